import { bankHolidayDaysLeft } from '#domain/values/working-days.ts';
import type { SweepDeps } from './sweep.ts';

/** More than this many waiting in one queue is shown as this many. */
const COUNTED = 100;

/** The numbers that the operators' alarms watch. That they arrive at all says that the sweeper lives. */
export async function measure(deps: SweepDeps, failed: number): Promise<void> {
  const now = deps.now();
  const [triage, parked, cases, notices] = await Promise.all([
    deps.hints.work('TRIAGE', 1),
    deps.hints.work('PARKED', COUNTED),
    deps.hints.due('CASE', now, COUNTED),
    deps.hints.due('NOTICE', now, COUNTED),
  ]);
  const owed = cases.flatMap(({ owedSince }) => owedSince ?? []);
  deps.count('OldestUntriagedMinutes', minutesSince(triage[0]?.waitingSince, now), 'Minutes');
  deps.count('OldestOutboxMinutes', minutesSince(owed.sort()[0], now), 'Minutes');
  deps.count('UnsettledNotices', notices.length, 'Count');
  deps.count('ParkedCases', parked.length, 'Count');
  deps.count('BankHolidayDaysLeft', bankHolidayDaysLeft(now), 'Count');
  deps.count('SweepFailures', failed, 'Count');
  deps.count('SweepCompleted', 1, 'Count');
}

function minutesSince(at: string | undefined, now: string): number {
  return at ? Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / 60_000)) : 0;
}
