import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import type { HowTold, Told } from './telling.ts';

/** What a family is told about when a case has ended without a place on a list. */
export const ENDED = 'ENDED';

/** What a family is told about when the child has joined a list. */
export const LISTED = 'LISTED';

/** What a family is told about when people reopened a referral that had ended. */
export const REOPENED = 'REOPENED';

/** What a family is told about when a fault delays their referral. */
export const DELAYED = 'DELAYED';

/** What a family is told about when an email to them came back. */
export const CAME_BACK = 'CAME_BACK';

/** What a family is told about when emails to them came back for the nth time after staff were asked; 1 is the first. */
export function cameBackWhy(nth: number): string {
  return nth === 1 ? CAME_BACK : `${CAME_BACK}_${nth}`;
}

/** The number that `cameBackWhy` put into this code; undefined where it is about something else. */
export function cameBackNth(why: string): number | undefined {
  const [, nth = '1'] = /^CAME_BACK(?:_(\d+))?$/.exec(why) ?? [];
  return why.startsWith(CAME_BACK) ? Number(nth) : undefined;
}

/** What is entered about it. `words`: who told them, or why no one does; none where the service itself did. */
export interface Telling {
  readonly about: string;
  readonly how: HowTold;
  readonly on?: string;
  readonly words?: string;
  readonly by: Actor;
}

/** What was entered of telling the family about this; undefined while nothing was. Of a reopened case: since then. */
export function toldAbout({ told = [], reopened }: Pick<Case, 'told' | 'reopened'>, about: string): Told | undefined {
  return told.find((one) => one.about === about && (reopened === undefined || one.at > reopened.at));
}

/** The case with what was entered in its history; undefined when it was entered before. The workflow's deadline stays. */
export function familyTold(theCase: Case, moment: Moment, { words, ...telling }: Telling): Case | undefined {
  if (toldAbout(theCase, telling.about)) return undefined;
  const { about, how, on, by } = telling;
  const told = [...(theCase.told ?? []), { ...telling, at: moment.now }];
  const said = { ...(on === undefined ? {} : { on }), ...(words === undefined ? {} : { text: words }) };
  const event = { event: 'FAMILY_TOLD', by, about, how, ...said } as const;
  const { tellFamilyAt, ...settled } = theCase;
  const next = about === ENDED ? settled : theCase;
  return applyChange(next, moment, { told, moveBy: theCase.moveBy }, event);
}
