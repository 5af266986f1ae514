import type { DecisionCommand } from '#application/triage/typed-decision.ts';
import { dateOf } from '../components/typed-date.ts';
import type { FormFields } from '../http/form-body.ts';
import type { TaskAccess } from './staff-task.ts';

/** What people type into the form for a decision, as they typed it. */
export type TypedDecision = Required<Omit<DecisionCommand, 'reference' | 'taskId' | 'person'>>;

/** The controls of the form; one that was not sent is blank. */
export function typedDecision({
  outcome = '',
  service = '',
  serviceName = '',
  question = '',
  risk = '',
  message = '',
  list = '',
  band = '',
  criterion = '',
  meetingOn = '',
  present = '',
  deferTo = '',
  secondName = '',
  secondRole = '',
  urgentBecause = '',
  tellOther = '',
  page = '',
  reason = '',
  deciderName = '',
  deciderRole = '',
}: FormFields): TypedDecision {
  return {
    ...{ outcome, service, serviceName, question, risk, message, list, band, criterion },
    ...{ meetingOn, present, deferTo, secondName, secondRole, urgentBecause, tellOther, page },
    ...{ reason, deciderName, deciderRole },
  };
}

/** The decision that was typed into a form about this task: its date as programs write it. */
export function commandOf(
  { theCase, taskId, person }: Pick<TaskAccess, 'theCase' | 'taskId' | 'person'>,
  form: TypedDecision,
): DecisionCommand {
  const meetingOn = dateOf({ day: form.meetingOn, month: '', year: '' }) ?? '';
  return { reference: theCase.reference, taskId, person: person.id, ...form, meetingOn };
}
