import * as z from 'zod';
import type { Attendance } from './attendance-shape.ts';
import type { Block } from './block-shape.ts';

/** Why a member of staff closes a support that has begun. A death and a withdrawal by the referrer end it by records of their own. */
export const closingReasonSchema = z.enum([
  'FINISHED',
  'ENDED_EARLIER',
  'FAMILY_DECLINED',
  'MOVED_AWAY',
  'OTHER_SERVICE',
  'STARTED_SCHOOL',
  'NO_CONTACT',
  'NO_REPLY',
  'WAS_NOT_BROUGHT',
]);
export type ClosingReason = z.infer<typeof closingReasonSchema>;

/**
 * Whether a support may be closed for this reason only through the closing gate. PATTERN: where the last visits or sessions came to
 * nothing. FREE: the school sees the child.
 */
export const closingReasons = {
  NO_CONTACT: 'GATE',
  NO_REPLY: 'GATE',
  WAS_NOT_BROUGHT: 'GATE',
  FINISHED: 'PATTERN',
  ENDED_EARLIER: 'PATTERN',
  FAMILY_DECLINED: 'PATTERN',
  MOVED_AWAY: 'PATTERN',
  OTHER_SERVICE: 'PATTERN',
  STARTED_SCHOOL: 'FREE',
} as const satisfies Record<ClosingReason, 'GATE' | 'PATTERN' | 'FREE'>;

type ReasonsThat<Kind> = {
  [Why in ClosingReason]: (typeof closingReasons)[Why] extends Kind ? Why : never;
}[ClosingReason];

/** A reason that no one can give without the gate. */
export type GatedReason = ReasonsThat<'GATE'>;
/** The others. */
export type OtherReason = ReasonsThat<'PATTERN' | 'FREE'>;

/** So many of the last contacts that the family cancelled or missed are a pattern. Source: local choice. */
const [LOOKED_AT, PATTERN_FROM] = [4, 2];

/** What a family can do so that the child is not seen. What the service cancelled is none of it. */
const byFamily: readonly string[] = ['FAMILY_CANCELLED', 'NO_ACCESS', 'WAS_NOT_BROUGHT'];

/** The visits and the sessions of a group of one child. */
interface Contacts {
  readonly block?: Pick<Block, 'visits'> | undefined;
  readonly attendance?: readonly Attendance[] | undefined;
}

/** How many of the last visits and sessions of a group the family cancelled or missed. */
export function cameToNothingLately({ block, attendance = [] }: Contacts): number {
  const visits = (block?.visits ?? []).flatMap(({ on, outcome }) =>
    outcome && outcome.what !== 'SERVICE_CANCELLED' ? [{ on, isLost: byFamily.includes(outcome.what) }] : [],
  );
  const sessions = attendance.map(({ on, isPresent }) => ({ on, isLost: !isPresent }));
  return [...visits, ...sessions]
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
    .slice(-LOOKED_AT)
    .filter(({ isLost }) => isLost).length;
}

/** Whether closing this support for this reason must pass the gate. */
export function mustPassToClose(why: ClosingReason, contacts: Contacts): boolean {
  const kind = closingReasons[why];
  return kind === 'GATE' || (kind === 'PATTERN' && cameToNothingLately(contacts) >= PATTERN_FROM);
}
