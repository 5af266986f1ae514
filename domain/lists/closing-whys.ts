import type { LeftWhy } from './list-events.ts';

/**
 * Whether a child may leave the lists for this reason only through the closing gate. PATTERN: where visits were missed or offers
 * were turned down again and again. FREE: someone else sees the child, or no one waits.
 */
export const closingWhys = {
  NOT_REACHED: 'GATE',
  WITHDRAWN: 'GATE',
  FAMILY_DECLINED: 'PATTERN',
  MOVED_AWAY: 'PATTERN',
  OTHER_SERVICE: 'PATTERN',
  STARTED_SCHOOL: 'FREE',
  LISTED_BY_MISTAKE: 'FREE',
  STAY_AND_PLAY_ALONE: 'FREE',
  ADVISORY_TEACHER: 'FREE',
  DIED: 'FREE',
} as const satisfies Record<LeftWhy, 'GATE' | 'PATTERN' | 'FREE'>;

type WhysThat<Kind> = { [Why in LeftWhy]: (typeof closingWhys)[Why] extends Kind ? Why : never }[LeftWhy];

/** A reason that no one can give without the gate. */
export type GatedWhy = WhysThat<'GATE'>;
/** The others. */
export type OtherWhy = WhysThat<'PATTERN' | 'FREE'>;

/** From how many missed visits and offers that came to nothing they are a pattern. Source: local choice. */
const PATTERN_FROM = 2;

/** Whether this reason must pass the gate, for a child of whom so many visits and offers came to nothing. */
export function mustPassGate(why: LeftWhy, cameToNothing: number): boolean {
  const kind = closingWhys[why];
  return kind === 'GATE' || (kind === 'PATTERN' && cameToNothing >= PATTERN_FROM);
}
