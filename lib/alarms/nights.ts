import { everyHour } from './metrics.ts';
import type { Warning } from './warning.ts';
import type { Watched } from './watched.ts';

/** What rings of the nights: a list that does not add up, a history that was changed, and a night in which no one looked. */
export function nightWarnings(
  watched: Pick<Watched, 'listsUnbalanced' | 'listsBalanced' | 'historiesBroken' | 'historiesSealed'>,
): Warning[] {
  return [
    {
      name: 'ListUnbalanced',
      impact:
        'A waiting list does not add up to the child: a family may wait with no one knowing, or may lose the place they had.',
      metric: watched.listsUnbalanced,
      atLeast: 1,
    },
    {
      name: 'ListsNotBalanced',
      impact: 'The waiting lists were not added up in the last night: a child who fell off a list may go unnoticed.',
      metric: everyHour(watched.listsBalanced),
      atLeast: 1,
      // A night and two hours: the next run may take longer, and be tried again.
      periods: 26,
      silenceRings: true,
    },
    {
      name: 'HistoryBroken',
      impact:
        'The history of a case is not the one that was sealed: a family could not rely on it as evidence of what was decided.',
      metric: watched.historiesBroken,
      atLeast: 1,
    },
    {
      name: 'HistoriesUnsealed',
      impact: 'No history was sealed in the last night: a change of what was decided since then might go unnoticed.',
      metric: everyHour(watched.historiesSealed),
      atLeast: 1,
      // A night and two hours: the next run may take longer, and be tried again.
      periods: 26,
      silenceRings: true,
    },
  ];
}
