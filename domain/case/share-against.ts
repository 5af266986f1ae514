import { quartersOver } from '../values/quarters.ts';
import { putsOnList } from './decide.ts';

/** A decision of triage that took effect, as it is counted. */
export interface CountedDecision {
  readonly outcome: string;
  readonly against: boolean | null;
}

/** How often the team as a whole went against what the checks recommend. */
export interface Share {
  /** The decisions where the checks recommend something, and the outcome decides it. */
  readonly compared: number;
  /** Accepted, though the checks found the child probably not eligible. */
  readonly accepted: number;
  /** Not accepted or redirected, though the checks found the child eligible. */
  readonly notAccepted: number;
}

/** A quarter (`2026-Q3`) or year (`2026`) that is over; without a share it is not shown, and why. */
export interface SharePeriod {
  readonly period: string;
  readonly share?: Share;
  readonly hidden?: 'TOO_FEW' | 'WOULD_TELL';
}

/** Fewer decisions than these are never shown together. */
export const FEWEST_SHOWN = 10;

/** The share of these decisions. */
export function shareOf(decisions: readonly CountedDecision[]): Share {
  const compared = decisions.filter(({ against }) => against !== null);
  const against = compared.filter((one) => one.against === true);
  const accepted = against.filter(({ outcome }) => putsOnList(outcome)).length;
  return { compared: compared.length, accepted, notAccepted: against.length - accepted };
}

/** A quarter as it is shown: hidden where it has too few decisions. */
export function quarterShown(period: string, share: Share): SharePeriod {
  return share.compared < FEWEST_SHOWN ? { period, hidden: 'TOO_FEW' } : { period, share };
}

/**
 * A year that is over as it is shown. It is hidden with too few decisions, and where it would tell what its hidden quarters
 * have, because they have too few together. Undefined while it is not over.
 */
export function yearShown(year: number, today: string, quarters: readonly Share[]): SharePeriod | undefined {
  if (quartersOver(year, today).length < 4) return undefined;
  const period = String(year);
  const sum = (of: keyof Share, among = quarters) => among.reduce((total, one) => total + one[of], 0);
  const share = { compared: sum('compared'), accepted: sum('accepted'), notAccepted: sum('notAccepted') };
  if (share.compared < FEWEST_SHOWN) return { period, hidden: 'TOO_FEW' };
  const rest = sum(
    'compared',
    quarters.filter(({ compared }) => compared < FEWEST_SHOWN),
  );
  return rest > 0 && rest < FEWEST_SHOWN ? { period, hidden: 'WOULD_TELL' } : { period, share };
}
