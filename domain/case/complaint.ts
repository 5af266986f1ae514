import { actorId } from '../people/actor.ts';
import type { Policy } from '../service/policy.ts';
import { addDays, addMonthsClamped, londonDateOf } from '../values/dates.ts';
import { addWorkingDays } from '../values/working-days.ts';
import type { Case } from './case.ts';
import type { AskedWhat, FamilyAsk } from './family-ask-shape.ts';

const complaints: readonly string[] = ['COMPLAINT', 'DATA_COMPLAINT'] satisfies AskedWhat[];

/** Whether what was asked is a complaint, about our service or about how we use information. */
export function isComplaint(what: string): boolean {
  return complaints.includes(what);
}

/** Whether a complaint that comes now is the second stage of one that was answered: so another person answers it. */
export function isSecondStage(
  { familyAsks = [] }: Pick<Case, 'familyAsks'>,
  what: string,
  at: string,
  policy: Policy,
): boolean {
  const today = londonDateOf(at);
  return (
    isComplaint(what) &&
    familyAsks.some(
      (ask) =>
        ask.what === what &&
        ask.answer !== undefined &&
        today <= addMonthsClamped(londonDateOf(ask.answer.at), policy.complaintSecondStageMonths),
    )
  );
}

/** By which day who complains knows that we have it. Through their page they know at once. Source: issue, "complaints". */
export function acknowledgedBy(what: string, on: string, policy: Policy): string {
  return what === 'DATA_COMPLAINT'
    ? addDays(on, policy.dataComplaintAcknowledgeDays)
    : addWorkingDays(on, policy.complaintAcknowledgeWorkingDays, policy);
}

/** By which day we aim to answer a complaint that came on this one. */
export function complaintDueOn(isSecond: boolean, on: string, policy: Policy): string {
  const { complaintSecondStageWorkingDays, complaintAnswerWorkingDays } = policy;
  return addWorkingDays(on, isSecond ? complaintSecondStageWorkingDays : complaintAnswerWorkingDays, policy);
}

/**
 * Whether this person may not answer this complaint: they took a decision of triage, alone or as the second person, or answered a
 * complaint of the same kind before. Needs the case with its sealed parts.
 */
export function mayNotAnswer(theCase: Case, ask: Pick<FamilyAsk, 'what'>, person: string): boolean {
  if (!isComplaint(ask.what)) return false;
  const { decisions, task, history } = theCase;
  const decided = [...decisions, ...(task?.decision ? [task.decision] : [])];
  const deciders = decided.flatMap(({ by, second }) => [actorId(by), second?.person]);
  const answered = history.flatMap((event) =>
    event.event === 'ASK_ANSWERED' && 'what' in event && event.what === ask.what ? [actorId(event.by)] : [],
  );
  return [...deciders, ...answered].includes(person);
}
