import { told } from '#domain/case/checked.ts';
import { type StepResult, stepResult } from '#domain/case/waiting.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { noticesOwed } from '#domain/notices/plan.ts';
import { changeCase } from './change-case.ts';
import { readRecord } from './read-record.ts';
import type { StepInput } from './step.ts';
import type { StepDeps } from './step-deps.ts';

/** Tells everyone who is to be told how a referral ended here, each once, and then closes the workflow's part in it. */
export function tellPeople(deps: StepDeps): (input: StepInput) => Promise<StepResult> {
  return async ({ referralId }) => {
    const { theCase: before, stored } = await readRecord(deps, referralId);
    if (before.next !== 'TELL') return stepResult(before, deps.now(), deps.policy);
    // Also of a referral that was stored and is not valid any more: its referrer is to be told.
    const referral = addresseesOf(stored.body);
    await deps.sendNotices(noticesOwed('TOLD', before, referral, deps.config), before, referral);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase } = await changeCase(deps.cases, referralId, (current) =>
      current.next === 'TELL' ? told(current, moment) : undefined,
    );
    return stepResult(theCase, deps.now(), deps.policy);
  };
}
