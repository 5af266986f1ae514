import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { lifeOf } from './reopen.ts';
import { ENDED } from './told.ts';

/** The notices by which a family hears how their referral stands, or what they are offered. */
const NEWS = /^(FAMILY_(LETTER|ENDED)|OFFER)-/;

/** The notice to the parent at this place of the referral, in this life of the case. */
const TO = /^FAMILY_(?:LETTER|ENDED)-(?:(AGAIN\d+)-)?FAMILY-(\d+)$/;

/** Reasons that say of an email that it arrived. */
const ARRIVED = ['COMPLAINED'];

/** Whether a notice that failed for this reason was to tell a parent how it stands, and did not. */
export function isBack(notice: string, why: string): boolean {
  return NEWS.test(notice) && !ARRIVED.includes(why);
}

/**
 * What else changes when a notice reached no one. Where it told the family how it stands, staff are asked to tell them another
 * way: once for all that came back before they were asked, and again for what comes back after that. That the service itself
 * told them is true no more.
 */
export function familyUnreached(theCase: Case, { now }: Moment, notice: string, why: string): Partial<Case> {
  const { cameBack, unreached = [] } = theCase;
  const isKnown = unreached.some((one) => one.notice === notice && one.cameBack);
  if (!isBack(notice, why) || isKnown || (cameBack && cameBack.askedAt === undefined)) return {};
  const told = theCase.told?.filter(({ about, how }) => about !== ENDED || how !== 'BY_EMAIL');
  const nth = cameBack ? { nth: cameBackNow(theCase) + 1 } : {};
  return { cameBack: { at: now, ...nth }, ...(told ? { told } : {}) };
}

/** For the how manieth time staff are asked, or are to be asked, because emails to the family came back; from 1. */
export function cameBackNow({ cameBack }: Pick<Case, 'cameBack'>): number {
  return cameBack?.nth ?? 1;
}

/** What tells the notices of one asking from those of another; undefined for the first in the first life of a case. */
export function cameBackMark(theCase: Pick<Case, 'cameBack' | 'reopened'>): string | undefined {
  const nth = cameBackNow(theCase);
  const marks = [lifeOf(theCase), nth > 1 ? `N${nth}` : undefined].filter((mark) => mark !== undefined);
  return marks.length > 0 ? marks.join('-') : undefined;
}

/** The places (from 0) of the parents whose email of how it stands came back before staff were asked for the nth time. */
export function bouncedTo(theCase: Pick<Case, 'unreached' | 'reopened'>, wanted: number): number[] {
  return placesOf(theCase, (nth) => nth === wanted);
}

/** The places (from 0) of the parents whose email of how it stands, in this life of the case, ever came back. */
export function bouncedEver(theCase: Pick<Case, 'unreached' | 'reopened'>): number[] {
  return placesOf(theCase, () => true);
}

function placesOf(theCase: Pick<Case, 'unreached' | 'reopened'>, isNth: (nth: number) => boolean): number[] {
  const places = (theCase.unreached ?? []).flatMap(({ notice, cameBack = false, nth = 1 }) => {
    const [, life, place] = TO.exec(notice) ?? [];
    const isWanted = cameBack && isNth(nth) && life === lifeOf(theCase);
    return place === undefined || !isWanted ? [] : [Number(place)];
  });
  return [...new Set(places)];
}

/** Since when staff are to be asked, because an email to the family came back; undefined where they need not be, or were. */
export function cameBackAt({ cameBack }: Pick<Case, 'cameBack'>): string | undefined {
  return cameBack?.askedAt === undefined ? cameBack?.at : undefined;
}

/**
 * The case once staff were asked, or were not because no one is to tell this family. No one is asked of its end a second time
 * where the service writes to everyone. Undefined when it was so before.
 */
export function askedOfCameBack(theCase: Case, moment: Moment): Case | undefined {
  const { tellFamilyAt, ...rest } = theCase;
  const { cameBack, moveBy } = theCase;
  if (!cameBack || cameBackAt(theCase) === undefined) return undefined;
  const next = isForStaffAlone(theCase) ? rest : theCase;
  return applyChange(next, moment, { cameBack: { ...cameBack, askedAt: moment.now }, moveBy });
}

/** Whether only staff are asked to tell the family, because the service wrote to everyone and it did not arrive. */
export function isForStaffAlone({ cameBack, wroteOfEnd }: Pick<Case, 'cameBack' | 'wroteOfEnd'>): boolean {
  return cameBack !== undefined && wroteOfEnd?.everyone === true;
}
