import { rolesInWords } from '#domain/people/staff-actor.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { OpenTask } from '../../access/staff-task.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';

/**
 * What the form for a decision holds when it is opened: who is signed in and, of a meeting, what was minuted of the child,
 * its day or today, and who was there.
 */
export async function prefillOf(
  { meetings, now }: Pick<StaffDeps, 'meetings' | 'now'>,
  { theCase: { reference }, task: { id, kind }, person }: Pick<OpenTask, 'theCase' | 'task' | 'person'>,
): Promise<FormFields> {
  const signed = { deciderName: person.name, deciderRole: rolesInWords(person) };
  if (kind !== 'TRIAGE') return signed;
  const today = londonDateOf(now());
  const [minute, todays] = await Promise.all([meetings.readMinute(reference, id), meetings.readSitting(today)]);
  const sitting = minute && minute.on !== today ? await meetings.readSitting(minute.on) : todays;
  const on = minute?.on ?? sitting?.on;
  if (on === undefined) return signed;
  return {
    ...signed,
    ...(minute && { outcome: minute.outcome, band: String(minute.band ?? ''), reason: minute.reason }),
    meetingOn: on,
    ...(sitting && { present: sitting.present.join('\n') }),
  };
}
