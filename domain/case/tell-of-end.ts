import { MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import { londonDateOf } from '../values/dates.ts';
import { cameBackNow, isForStaffAlone } from './came-back.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { emailsStopped } from './corrected.ts';
import { endedAs } from './ended-as.ts';
import { isReturned, tellingDue } from './tell-family.ts';
import { cameBackWhy, ENDED, familyTold, toldAbout } from './told.ts';

/**
 * What the service has done itself so that the family hears how it ended. EMAILED: each parent has our email. EMAILING: each
 * gets one. POSTING: each gets an email or a printed letter. IN_PART: not each may; IN_PART_BACK: and what was sent came back. TOLD: a person entered it. NOT_TOLD: a person
 * decided that no one tells them. CAME_BACK: our team tells them. NONE: nothing.
 */
export type FamilyNews =
  | 'EMAILED'
  | 'EMAILING'
  | 'POSTING'
  | 'IN_PART'
  | 'IN_PART_BACK'
  | 'TOLD'
  | 'NOT_TOLD'
  | 'CAME_BACK'
  | 'NONE';

/** What was done of it by now, as this case knows it. */
export function familyNews(theCase: Case): FamilyNews {
  const isForStaff = isForStaffAlone(theCase);
  const told =
    toldAbout(theCase, ENDED) ?? (isForStaff ? toldAbout(theCase, cameBackWhy(cameBackNow(theCase))) : undefined);
  if (told) return newsBy.get(told.how) ?? 'TOLD';
  if (isForStaff) return 'CAME_BACK';
  if (!theCase.wroteOfEnd) return 'NONE';
  // IN_PART: staff stopped an email that was still on its way.
  const { everyone, byPost } = theCase.wroteOfEnd;
  if (everyone && !emailsStopped(theCase)) return byPost ? 'POSTING' : 'EMAILING';
  if (everyone) return 'IN_PART';
  return theCase.cameBack ? 'IN_PART_BACK' : 'IN_PART';
}

const newsBy: ReadonlyMap<string, FamilyNews> = new Map([
  ['BY_EMAIL', 'EMAILED'],
  ['NOT_TOLD', 'NOT_TOLD'],
]);

/**
 * What became of the emails and letters to a family about an end: whether each parent gets one, whether some are printed, and
 * whether each email has gone.
 */
export interface Written {
  readonly everyone: boolean;
  readonly byPost?: boolean;
  readonly allSent: boolean;
}

/** The case once the service writes to the family of its end; told where each parent has our email. Undefined where nothing is new. */
export function wroteOfEnd(
  theCase: Case,
  moment: Moment,
  { everyone, byPost = false, allSent }: Written,
): Case | undefined {
  if (endedAs(theCase) === undefined) return undefined;
  const on = londonDateOf(moment.now);
  const written = theCase.wroteOfEnd
    ? undefined
    : applyChange(theCase, moment, {
        wroteOfEnd: { at: moment.now, everyone, ...(byPost && { byPost }) },
        moveBy: theCase.moveBy,
      });
  // Who prints a letter records when it was posted.
  const isTold = everyone && allSent && !byPost && theCase.cameBack === undefined;
  const told = isTold
    ? familyTold(written ?? theCase, moment, { about: ENDED, how: 'BY_EMAIL', on, by: MACHINE })
    : undefined;
  return told ?? written;
}

/** Whether it is the service that tells the family now: of a return that was not put right, or what it has begun to write. */
export function writesWhenDue(theCase: Case, now: string): boolean {
  return tellingDue(theCase, now) && (isReturned(theCase) || theCase.wroteOfEnd !== undefined);
}
