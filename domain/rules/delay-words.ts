import { shareInWords } from '../notices/words.ts';
import type { AreaResult } from './delay-areas.ts';

type Delay = Pick<AreaResult, 'delayPercent' | 'meets'>;

/** How many percentage points below the criterion still count as a near miss. Source: a choice of ours, for people alone. */
const NEAR_POINTS = 2;

/**
 * The delay as people read it, in as few decimals as keep it on its own side of the criterion: `49.6%, just under half` is
 * never `50%`. `none` without a delay, and `none yet` on the day of birth. `share` is the share of the age that counts.
 */
export function delayInWords(delay: Delay, share: string): string {
  const { delayPercent, meets } = delay;
  if (delayPercent === null) return 'none yet';
  if (delayPercent <= 0) return 'none';
  const shown = `${onItsSide(delayPercent, meets, percentOf(share))}%`;
  return isNearMiss(delay, share) ? `${shown}, just under ${shareInWords(share)}` : shown;
}

/** Whether an area does not meet the criterion but comes within 2 percentage points of it. */
export function isNearMiss({ delayPercent, meets }: Delay, share: string): boolean {
  return !meets && delayPercent !== null && percentOf(share) - delayPercent <= NEAR_POINTS;
}

function percentOf(share: string): number {
  const [num, den] = share.split('/').map(Number);
  return (100 * (num ?? 0)) / (den ?? 1);
}

/** Two decimals are all that is stored: what they round onto the criterion is shown as the hundredth below it. */
function onItsSide(percent: number, meets: boolean, limit: number): number {
  const keepsSide = (shown: number) => shown === percent || (shown !== limit && shown > limit === meets);
  const short = [0, 1, 2].map((decimals) => Number(percent.toFixed(decimals))).find(keepsSide) ?? percent;
  return meets || short < limit ? short : (Math.ceil(limit * 100) - 1) / 100;
}
