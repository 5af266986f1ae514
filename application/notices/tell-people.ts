import { afterNotifying } from '#domain/case/after-step.ts';
import type { Case } from '#domain/case/case.ts';
import { endedAs } from '#domain/case/ended-as.ts';
import { tellFamilyBy } from '#domain/case/tell-family.ts';
import { stepResult } from '#domain/case/waiting.ts';
import { type Addressees, addresseesOf } from '#domain/notices/addressees.ts';
import type { StepResult } from '#domain/process/run.ts';
import { changeCase } from '../change-case.ts';
import { type JoinDeps, joinDuplicate } from '../intake/join-duplicate.ts';
import { readRecord } from '../read-record.ts';
import type { StepInput } from '../step-input.ts';
import { tellFamily } from './tell-family.ts';

/** Tells everyone who is to be told how a referral ended here, each once, and then closes the workflow's part in it. */
export function tellPeople(deps: JoinDeps): (input: StepInput) => Promise<StepResult> {
  return async ({ referralId }) => {
    const { theCase: before, stored } = await readRecord(deps, referralId);
    // Also of a referral that was stored and is no longer valid: its referrer is to be told.
    const referral = addresseesOf(stored.body);
    let theCase = before;
    // Withdrawn while people were being told that it was accepted: they are told that as well, before the workflow ends.
    while (theCase.next === 'NOTIFY') theCase = await tell(deps, theCase, referral);
    return stepResult(theCase, deps.now(), deps.policy);
  };
}

/** Tells people how the case ended as it was read. Closes it unless it has ended in another way since. */
async function tell(deps: JoinDeps, found: Case, referral: Addressees): Promise<Case> {
  const seen = await joinDuplicate(deps)(found);
  if (seen.next !== 'NOTIFY') return seen;
  // The family first: what the referrer reads says whether they still have to tell them.
  const isOurs = endedAs(seen) !== undefined && endedAs(seen) !== 'RETURNED';
  const telling = isOurs ? (await tellFamily(deps)(seen, referral)).theCase : seen;
  if (telling.next === 'NOTIFY' && telling.status === seen.status) await deps.sendNotices('OUTCOME', telling, referral);
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  const tellBy = tellFamilyBy(moment.now, deps.policy);
  const { theCase } = await changeCase(deps.cases, seen.reference, (current) =>
    current.next === 'NOTIFY' && current.status === seen.status ? afterNotifying(current, moment, tellBy) : undefined,
  );
  return theCase;
}
