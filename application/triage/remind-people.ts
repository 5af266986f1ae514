import type { Case } from '#domain/case/case.ts';
import { parked } from '#domain/case/run.ts';
import { notAnswered, operatorTold, reminded } from '#domain/case/task.ts';
import { NOBODY_DECIDED } from '#domain/case/tell-of-parked.ts';
import type { Moment } from '#domain/process/process.ts';
import type { StepResult } from '#domain/process/run.ts';
import { mustReferral } from '#domain/referral/stored-body.ts';
import type { Policy } from '#domain/service/policy.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { answerStep } from '../answer-step.ts';
import { changeCase } from '../change-case.ts';
import { readRecord } from '../read-record.ts';
import type { StepDeps } from '../step-deps.ts';
import type { StepInput } from '../step-input.ts';
import { reassignTask } from './reassign-task.ts';

/** A wait may end this much before its due instant by the case's clock and still count as over. */
const EARLY_MINUTES = 5;

/**
 * Acts when no one has answered in time: a reminder, then the service manager is asked and the operator told. After the last, the case continues without the
 * referrer or is parked for an operator. No one's decision is ever replaced by silence. Each reminder opens the task to
 * the team of that day and closes it to people who have left the team.
 */
export function remindPeople(deps: StepDeps): (input: StepInput) => Promise<StepResult> {
  return async ({ referralId }) => {
    const { stored } = await readRecord(deps, referralId);
    const referral = mustReferral(stored);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase } = await changeCase(deps.cases, referralId, (current) => waitOver(current, moment, deps.policy));
    if (isReminded(theCase)) {
      await deps.sendNotices('TASK_REMINDED', theCase, referral);
      await reassignTask(deps, referralId);
    }
    return answerStep(deps)(theCase);
  };
}

/**
 * Whether a reminder is due, also to a retry of the step. A wait that ended before its due instant is no reason for a
 * reminder. The wait continues.
 */
function isReminded({ task, parked }: Case): boolean {
  return task !== null && task.round > 0 && !task.decision && !parked;
}

/** A retry of this step finds the task's due instant moved on, and leaves the case as it is. */
function waitOver(current: Case, moment: Moment, policy: Policy): Case | undefined {
  const { task, ask } = current;
  if (!task || task.decision || plusMinutes(moment.now, EARLY_MINUTES) < task.dueAt) return undefined;
  if (task.kind === 'REFERRER' && ask?.untilAt && ask.untilAt <= plusMinutes(moment.now, EARLY_MINUTES)) {
    return notAnswered(current, moment);
  }
  const next = reminded(current, moment, policy);
  if (next) return next;
  return task.kind === 'REFERRER'
    ? notAnswered(current, moment)
    : operatorTold(parked(current, moment, NOBODY_DECIDED), moment);
}
