import { rolesInWords } from '#domain/people/staff-actor.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { OpenTask } from '../../access/staff-task.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';

/**
 * What the form for a decision holds when it is opened: what was minuted of the child, the meeting of that day or of today
 * with who was there, and who is signed in. Empty outside a meeting.
 */
export async function prefillOf(
  { meetings, now }: Pick<StaffDeps, 'meetings' | 'now'>,
  { theCase: { reference }, task: { id, kind }, person }: Pick<OpenTask, 'theCase' | 'task' | 'person'>,
): Promise<FormFields> {
  if (kind !== 'TRIAGE') return {};
  const today = londonDateOf(now());
  const [minute, todays] = await Promise.all([meetings.readMinute(reference, id), meetings.readSitting(today)]);
  const sitting = minute && minute.on !== today ? await meetings.readSitting(minute.on) : todays;
  const on = minute?.on ?? sitting?.on;
  if (on === undefined) return {};
  return {
    ...(minute && { outcome: minute.outcome, band: String(minute.band ?? ''), reason: minute.reason }),
    meetingOn: on,
    ...(sitting && { present: sitting.present.join('\n') }),
    ...{ deciderName: person.name, deciderRole: rolesInWords(person) },
  };
}
