import type { Case } from '#domain/case/case.ts';
import { referrerOf } from '#domain/case/referrer.ts';
import { taskOpened, wakeOwed } from '#domain/case/task.ts';
import { type StepResult, stepResult, taskKindAt } from '#domain/case/waiting.ts';
import { noticesOwed } from '#domain/notices/plan.ts';
import { type Referral, referralSchema } from '#domain/referral/schema.ts';
import type { ServiceConfig } from '#domain/service-config.ts';
import { changeCase } from './change-case.ts';
import { readRecord } from './read-record.ts';
import type { StepInput } from './step.ts';
import type { StepDeps } from './step-deps.ts';

/**
 * Parks the workflow with people: opens the task (or gives the open one its new token) and asks them by e-mail. Where what
 * would be waited for has happened already, a wake-up is owed instead, so the workflow never waits for nothing.
 */
export function openTask(deps: StepDeps): (input: StepInput) => Promise<StepResult> {
  return async ({ referralId, token = '', kind = 'TRIAGE' }) => {
    const { theCase: before, stored } = await readRecord(deps, referralId);
    const referral = referralSchema.parse(stored.body);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const recipients = kind === 'REFERRER' ? referrers(before, referral) : staff(deps.config);
    const open = (current: Case): Case =>
      taskKindAt(current.next) === kind
        ? taskOpened(current, moment, { kind, token, recipients }, deps.policy)
        : wakeOwed(current, moment, token);
    // People are asked first: who sees that the case waits for them finds the e-mail there already.
    const asking = open(before);
    if (asking.task && !asking.task.decision) {
      await deps.sendNotices(noticesOwed('TASK_OPENED', asking, referral, deps.config), asking, referral);
    }
    const { theCase } = await changeCase(deps.cases, referralId, open);
    return stepResult(theCase, deps.now(), deps.policy);
  };
}

/** The manager may decide as well: the escalation goes to them. */
function staff({ triagers, serviceManager }: ServiceConfig): string[] {
  return [...triagers, serviceManager];
}

function referrers(theCase: Case, referral: Referral): string[] {
  const { email, teamEmail } = referrerOf(theCase, referral);
  return [email, teamEmail].filter((mailbox) => mailbox !== undefined);
}
