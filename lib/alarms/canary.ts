import { everyHour } from './metrics.ts';
import type { Warning } from './warning.ts';
import type { Watched } from './watched.ts';

/** What rings of the canary, where there is one. */
export function canaryWarnings({ canaryArrived }: Pick<Watched, 'canaryArrived'>): Warning[] {
  if (canaryArrived === undefined) return [];
  return [
    {
      name: 'CanaryLate',
      impact:
        'The test referral of today did not get to its end. Real ones may be stuck at the same place, or their emails may not arrive.',
      metric: everyHour(canaryArrived),
      atLeast: 1,
      // A day and two hours: emails and scans of documents take their time.
      periods: 26,
      silenceRings: true,
    },
  ];
}
