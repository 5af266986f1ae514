import type { CountMetric, Log, Now } from '#domain/ports/services.ts';
import type { DueKind } from '#domain/process/indexes.ts';
import { type ReadQueues, ROLLUP_QUEUES, type RollupQueue } from '#domain/process/rollup.ts';
import type { KindFigures } from './sweep-kind.ts';

interface MeasureDeps {
  readonly now: Now;
  readonly log: Log;
  readonly count: CountMetric;
}

const PUT_OFF: Record<DueKind, string> = {
  CASE: 'CasesPutOff',
  SUPPORT: 'SupportsPutOff',
  NOTICE: 'NoticesPutOff',
  TODO: 'TodosPutOff',
  SLOT: 'SlotsPutOff',
  DRAFT: 'DraftsPutOff',
};

/**
 * The numbers that the operators' alarms watch, each kind with its own. That they arrive at all says that the sweeper lives.
 * A queue that could not be read leaves its number out, never the others. It counts as a failure of the sweep, as does each of
 * `unread`, other numbers that are missing.
 */
export function measure(deps: MeasureDeps, figures: readonly KindFigures[], read: ReadQueues, unread: number): void {
  const now = deps.now();
  const { count, log } = deps;
  // The queue is in the order of what is due; who was deferred waits longest and is due last.
  const oldest = (queue: RollupQueue, name: string) => {
    const rows = read.get(queue);
    if (!rows) return;
    const since = rows
      .flatMap(({ waitingSince }) => waitingSince ?? [])
      .sort()
      .at(0);
    count(name, minutesSince(since, now), 'Minutes');
  };
  const many = (queue: RollupQueue, name: string) => {
    const rows = read.get(queue);
    if (rows) count(name, rows.length, 'Count');
  };
  oldest('TRIAGE', 'OldestUntriagedMinutes');
  many('PARKED', 'ParkedCases');
  oldest('OUTBOX', 'OldestOutboxMinutes');
  many('NOTICE', 'UnsettledNotices');
  many('FILE_LOST', 'LostDocuments');
  oldest('MAIL_UNOPENED', 'OldestUnopenedMailMinutes');
  for (const { kind, looked, failed, putOff, isCutOff } of figures) {
    count(PUT_OFF[kind], putOff, 'Count');
    log.info('swept', { kind, looked, failed, putOff, cutOff: isCutOff ? 1 : 0 });
  }
  const missing = unread + ROLLUP_QUEUES.length - read.size;
  // What is put off has failed and is not fixed: an alarm must not fall silent because it is tried more rarely.
  count(
    'SweepFailures',
    figures.reduce((sum, { failed, putOff }) => sum + failed + putOff, missing),
    'Count',
  );
  count('SweepCompleted', 1, 'Count');
}

function minutesSince(at: string | undefined, now: string): number {
  return at ? Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / 60_000)) : 0;
}
