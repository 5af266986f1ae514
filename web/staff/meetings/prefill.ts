import type { Task } from '#domain/case/case.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';

/**
 * What the form for a decision holds when it is opened: what was minuted of the child, and the meeting of that day or of
 * today with who was there. Empty where there is neither.
 */
export async function prefillOf(
  { meetings, now }: Pick<StaffDeps, 'meetings' | 'now'>,
  reference: string,
  { id, kind }: Pick<Task, 'id' | 'kind'>,
): Promise<FormFields> {
  if (kind !== 'TRIAGE') return {};
  const today = londonDateOf(now());
  const [minute, todays] = await Promise.all([meetings.readMinute(reference, id), meetings.readSitting(today)]);
  const sitting = minute && minute.on !== today ? await meetings.readSitting(minute.on) : todays;
  const on = minute?.on ?? sitting?.on;
  return {
    ...(minute && { outcome: minute.outcome, band: String(minute.band ?? ''), reason: minute.reason }),
    ...(on === undefined ? {} : { meetingOn: on }),
    ...(sitting && { present: sitting.present.join('\n') }),
  };
}
