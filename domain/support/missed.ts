import type { Support } from './support.ts';

type Contacts = Pick<Support, 'block' | 'attendance'>;

/** A visit that the family missed, or a session of a group to which the child did not come. `on`: local date. */
export interface Missed {
  /** Letters and digits: of a visit its own id, of a session one from its date. */
  readonly id: string;
  readonly on: string;
  /** How it is called, as the code of an outcome; absent for a session of a group. */
  readonly what?: string;
}

/** From how many missed ones on a person looks at each. Where a safety flag stands, a person looks at the first. */
const LOOKED_AT_FROM = 2;

const visitsMissed: readonly string[] = ['NO_ACCESS', 'WAS_NOT_BROUGHT'];

/** What a session of a group on this local date is called among what was missed. */
export function missedSession(on: string): string {
  return `S${on.replaceAll('-', '')}`;
}

/** Everything that was missed, visits before sessions of groups. */
export function missedOf({ block, attendance = [] }: Contacts): Missed[] {
  const visits = (block?.visits ?? []).flatMap(({ id, on, outcome }) =>
    outcome && visitsMissed.includes(outcome.what) ? [{ id, on, what: outcome.what }] : [],
  );
  const sessions = attendance.filter(({ isPresent }) => !isPresent).map(({ on }) => ({ id: missedSession(on), on }));
  return [...visits, ...sessions];
}

/** Why a person looks at this one now, as a code; undefined where none does, and where it was not missed. */
export function whyLook(support: Contacts, id: string, isFlagged: boolean): 'SAFETY_FLAG' | 'MISSED_TWICE' | undefined {
  const missed = missedOf(support);
  if (!missed.some((one) => one.id === id)) return undefined;
  if (isFlagged) return 'SAFETY_FLAG';
  return missed.length >= LOOKED_AT_FROM ? 'MISSED_TWICE' : undefined;
}

/** The local date on which someone of the team last saw the child; undefined where no one recorded that. */
export function lastSeenOn({ block, attendance = [] }: Contacts): string | undefined {
  const visits = (block?.visits ?? []).filter(({ outcome }) => outcome?.childSeen);
  const sessions = attendance.filter(({ isPresent }) => isPresent);
  return [...visits, ...sessions]
    .map(({ on }) => on)
    .sort()
    .at(-1);
}
