import type { CapacityStore } from '#domain/ports/capacity-store.ts';
import type { CountMetric, Log, Now } from '#domain/ports/services.ts';
import { errorName } from '#domain/problems/errors.ts';
import { meetingDaysLeft, termDaysLeft } from '#domain/service/calendars.ts';
import { runtimeDaysLeft } from '#domain/service/runtime.ts';
import { bankHolidayDaysLeft } from '#domain/values/working-days.ts';
import { readTeam, type TeamDeps } from '../access/read-team.ts';

interface DaysDeps extends TeamDeps {
  readonly capacity: Pick<CapacityStore, 'readCapacity'>;
  readonly now: Now;
  readonly log: Log;
  readonly count: CountMetric;
}

/**
 * Counts the days for which each calendar and the runtime still last. A calendar that no one keeps has no number. Gives how
 * many could not be read.
 */
export async function countDaysLeft(deps: DaysDeps): Promise<number> {
  const now = deps.now();
  deps.count('RuntimeDaysLeft', runtimeDaysLeft(now), 'Count');
  deps.count('BankHolidayDaysLeft', bankHolidayDaysLeft(now), 'Count');
  const meetings = async () => meetingDaysLeft((await readTeam(deps)()).meetings, now);
  const terms = async () => termDaysLeft((await deps.capacity.readCapacity())?.terms ?? [], now);
  const counted = await Promise.all([
    countOne(deps, 'MeetingDaysLeft', meetings),
    countOne(deps, 'TermDaysLeft', terms),
  ]);
  return counted.filter((isRead) => !isRead).length;
}

/** Whether this could be read. */
async function countOne({ log, count }: DaysDeps, name: string, read: () => Promise<number | undefined>) {
  try {
    const days = await read();
    if (days !== undefined) count(name, days, 'Count');
    return true;
  } catch (error) {
    log.error('measure-failed', { error: errorName(error) });
    return false;
  }
}
