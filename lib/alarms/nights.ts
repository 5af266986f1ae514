import { everyHour } from './metrics.ts';
import type { Warning } from './warning.ts';
import type { Watched } from './watched.ts';

/** What rings of the nights: a list that does not add up, a history that was changed, a child or a night that no one looked at. */
export function nightWarnings(
  watched: Pick<
    Watched,
    | 'listsUnbalanced'
    | 'listsBalanced'
    | 'listsLookedAt'
    | 'recordsDiffer'
    | 'recordsCompared'
    | 'packSeenTo'
    | 'childNotLookedAt'
    | 'recordsErased'
    | 'recordNotErased'
    | 'historiesBroken'
    | 'historiesSealed'
    | 'backups'
  >,
): Warning[] {
  return [
    {
      name: 'ListUnbalanced',
      today: true,
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
      name: 'ListsNotLookedAt',
      impact: 'No one who waits was looked at this morning: what should be asked about a child is not asked.',
      metric: everyHour(watched.listsLookedAt),
      atLeast: 1,
      // A night and two hours: the next run may take longer, and be tried again.
      periods: 26,
      silenceRings: true,
    },
    {
      name: 'ChildNotLookedAt',
      impact: 'A child who waits or is visited could not be looked at: no one is asked about them until that succeeds.',
      metric: watched.childNotLookedAt,
      atLeast: 1,
    },
    {
      name: 'RecordDiffers',
      impact:
        'Two records of a child do not fit, and the service cannot tell which is right: someone may wait with no one knowing.',
      metric: watched.recordsDiffer,
      atLeast: 1,
    },
    {
      name: 'RecordsNotCompared',
      impact: 'The records were not compared in the last night: a child whom no queue shows may go unnoticed.',
      metric: everyHour(watched.recordsCompared),
      atLeast: 1,
      // A night and two hours: the next run may take longer, and be tried again.
      periods: 26,
      silenceRings: true,
    },
    {
      name: 'RecordsNotErased',
      impact: 'Nothing was erased in the last night: we may hold records of families longer than we say.',
      metric: everyHour(watched.recordsErased),
      atLeast: 1,
      // A night and two hours: the next run may take longer, and be tried again.
      periods: 26,
      silenceRings: true,
    },
    {
      name: 'RecordNotErased',
      impact: 'The record of a child could not be erased or read: we may hold it longer than we say.',
      metric: watched.recordNotErased,
      atLeast: 1,
    },
    {
      name: 'PackNotWritten',
      impact: 'The downtime pack was not written: if the service fails now, no one has the visits of the next days.',
      metric: everyHour(watched.packSeenTo),
      atLeast: 1,
      // A day and two hours: the next run may take longer, and be tried again.
      periods: 26,
      silenceRings: true,
    },
    {
      name: 'HistoryBroken',
      today: true,
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
    ...(watched.backups === undefined
      ? []
      : [
          {
            name: 'BackupsMissing',
            impact:
              'No copy of the records was made in the last night: if the table is lost, newer records are lost too.',
            metric: everyHour(watched.backups),
            atLeast: 1,
            // A backup begins once a night, and a large one takes hours.
            periods: 36,
            silenceRings: true,
          } as const,
        ]),
  ];
}
