import { afterCheck, afterValidation } from '#domain/case/after-step.ts';
import { workflowStarted } from '#domain/case/run.ts';
import { isSuspicious, quarantined } from '#domain/case/suspicion.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { StepResult } from '#domain/process/run.ts';
import { validateStored } from '#domain/referral/stored-body.ts';
import { assess } from '#domain/rules/assessment.ts';
import { answerStep } from '../answer-step.ts';
import { changeCase } from '../change-case.ts';
import { readRecord } from '../read-record.ts';
import type { StepDeps } from '../step-deps.ts';
import type { StepInput } from '../step-input.ts';
import type { NoteFollowers } from './note-followers.ts';

interface ValidateDeps extends Omit<StepDeps, 'sendNotices'> {
  readonly noteFollowers: NoteFollowers;
}

/**
 * The first step of every workflow takes over the case. A new referral is validated as it was stored. A suspicious one
 * is held for a person before that. A workflow that takes up a case further on answers with where it stands. No one is
 * written to: the answer of the check is known within seconds, and one email says both. From here on the mailboxes of the
 * referrer find it without a link.
 */
export function validateStoredReferral(deps: ValidateDeps): (input: StepInput) => Promise<StepResult> {
  return async ({ referralId }) => {
    const { stored } = await readRecord(deps, referralId);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const result = validateStored(stored);
    const { theCase } = await changeCase(deps.cases, referralId, (current) => {
      const started = workflowStarted(current, moment);
      if (started.next !== 'VALIDATE') return started;
      if (isSuspicious(started)) return quarantined(started, moment);
      if (result.ok) return afterValidation(started, moment);
      return afterCheck(started, moment, assess(stored.body, stored.referralOn, deps.policy), null);
    });
    await deps.noteFollowers(theCase, addresseesOf(stored.body));
    return answerStep(deps)(theCase);
  };
}
