import type { CountMetric, Log, Now } from '#domain/ports/services.ts';
import type { Indexes } from '#domain/ports/stores.ts';
import { errorName } from '#domain/problems/errors.ts';
import { type DueKind, MOST_OPEN } from '#domain/process/indexes.ts';
import type { Row } from '#domain/process/rows.ts';
import { bankHolidayDaysLeft } from '#domain/values/working-days.ts';
import type { KindFigures } from './sweep-kind.ts';

interface MeasureDeps {
  readonly indexes: Pick<Indexes, 'work' | 'due'>;
  readonly now: Now;
  readonly log: Log;
  readonly count: CountMetric;
}

/** More than this many waiting in one queue is shown as this many. */
const COUNTED = 100;

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
 * A queue that cannot be read leaves its number out, never the others.
 */
export async function measure(deps: MeasureDeps, figures: readonly KindFigures[]): Promise<void> {
  const now = deps.now();
  const { indexes, count, log } = deps;
  await Promise.all([
    ask(deps, indexes.work('TRIAGE', MOST_OPEN), (rows) => {
      // The queue is in the order of what is due; who was deferred waits longest and is due last.
      const oldest = rows.flatMap(({ waitingSince }) => waitingSince ?? []).sort()[0];
      count('OldestUntriagedMinutes', minutesSince(oldest, now), 'Minutes');
    }),
    ask(deps, indexes.work('PARKED', COUNTED), (rows) => count('ParkedCases', rows.length, 'Count')),
    ask(deps, indexes.due('CASE', now, COUNTED), (rows) => {
      const owed = rows.flatMap(({ owedSince }) => owedSince ?? []).sort();
      count('OldestOutboxMinutes', minutesSince(owed[0], now), 'Minutes');
    }),
    ask(deps, indexes.due('NOTICE', now, COUNTED), (rows) => count('UnsettledNotices', rows.length, 'Count')),
  ]);
  for (const { kind, looked, failed, putOff, isCutOff } of figures) {
    count(PUT_OFF[kind], putOff, 'Count');
    log.info('swept', { kind, looked, failed, putOff, cutOff: isCutOff ? 1 : 0 });
  }
  // What is put off has failed and is not fixed: an alarm must not fall silent because it is tried more rarely.
  count(
    'SweepFailures',
    figures.reduce((sum, { failed, putOff }) => sum + failed + putOff, 0),
    'Count',
  );
  count('BankHolidayDaysLeft', bankHolidayDaysLeft(now), 'Count');
  count('SweepCompleted', 1, 'Count');
}

async function ask({ log }: MeasureDeps, rows: Promise<readonly Row[]>, then: (rows: readonly Row[]) => void) {
  try {
    then(await rows);
  } catch (error) {
    log.error('measure-failed', { error: errorName(error) });
  }
}

function minutesSince(at: string | undefined, now: string): number {
  return at ? Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / 60_000)) : 0;
}
