import { correctedBirthDate } from '#domain/case/corrected.ts';
import { afterListing } from '#domain/case/list.ts';
import { broadAreasIn } from '#domain/case/stored-check.ts';
import { stepResult } from '#domain/case/waiting.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import { FromALaterRelease } from '#domain/problems/errors.ts';
import type { StepResult } from '#domain/process/run.ts';
import { birthDateIn } from '#domain/referral/birth-date.ts';
import { mustReferral } from '#domain/referral/stored-body.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { readRecord } from '../read-record.ts';
import type { StepInput } from '../step-input.ts';

/** Puts the child on the list that people chose, with the target date counted from their decision. */
export function listChild(deps: {
  cases: CaseStore;
  referrals: ReferralStore;
  policy: Policy;
  now: Now;
}): (input: StepInput) => Promise<StepResult> {
  return async ({ referralId }) => {
    const { theCase: before, stored } = await readRecord(deps, referralId);
    const { locality } = mustReferral(stored);
    const check = await deps.cases.readCheck(referralId, before.checks);
    const whereabouts = {
      ...{ locality, suggestedBand: check?.suggestedBand ?? null },
      broadAreas: broadAreasIn(check),
      dob: correctedBirthDate(before) ?? birthDateIn(stored.body),
    };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase } = await changeCase(deps.cases, referralId, (current) =>
      afterListing(current, moment, whereabouts, deps.policy),
    );
    if (theCase.next === 'LIST') throw new FromALaterRelease('A list that this release does not know was decided on.');
    return stepResult(theCase, deps.now(), deps.policy);
  };
}
