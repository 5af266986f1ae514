import type { SweepDeps } from './sweep.ts';
import { isOfCase } from './sweep-hint.ts';

/** More than this many waiting in one queue is shown as this many. */
const COUNTED = 100;

/** The numbers that the operators' alarms watch. That they arrive at all says that the sweeper lives. */
export async function measure(deps: SweepDeps, failed: number): Promise<void> {
  const now = deps.now();
  const [triage, parked, attention] = await Promise.all([
    deps.hints.work('TRIAGE', 1),
    deps.hints.work('PARKED', COUNTED),
    deps.hints.attention(now, COUNTED),
  ]);
  // One that cannot be read is among the failures; the numbers of the others must still arrive.
  const cases = await Promise.allSettled(
    attention.filter((hint) => isOfCase(hint)).map(({ reference }) => deps.cases.readCase(reference)),
  );
  const owed = cases.flatMap((read) =>
    read.status === 'fulfilled' && read.value && read.value.outbox.length > 0 ? [read.value.updatedAt] : [],
  );
  deps.count('OldestUntriagedMinutes', minutesSince(triage[0]?.dueAt, now), 'Minutes');
  deps.count('OldestOutboxMinutes', minutesSince(owed.sort()[0], now), 'Minutes');
  deps.count('UnsettledNotices', attention.filter((hint) => 'noticeId' in hint).length, 'Count');
  deps.count('ParkedCases', parked.length, 'Count');
  deps.count('SweepFailures', failed, 'Count');
  deps.count('SweepCompleted', 1, 'Count');
}

function minutesSince(at: string | undefined, now: string): number {
  return at ? Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / 60_000)) : 0;
}
