import { isUnacknowledged } from '#domain/case/acknowledge.ts';
import type { Case } from '#domain/case/case.ts';
import { parkedDue, tellingPlanned, toldOfParked } from '#domain/case/tell-of-parked.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { changeCase } from '../change-case.ts';
import { readRecord } from '../read-record.ts';
import type { StepDeps } from '../step-deps.ts';
import { reassignTask } from '../triage/reassign-task.ts';

/** Has people told of a case that is parked, as long as it is. */
export type TellOfParked = (theCase: Pick<Case, 'reference' | 'parked'>) => Promise<void>;

/**
 * No parked case is silent. Those who can decide are asked again every week, or the service manager is told of the
 * fault, and the referrer hears what is honest to say. Each notice goes once, also when this dies half-way.
 */
export function tellOfParked(deps: StepDeps): TellOfParked {
  return async ({ reference, parked }) => {
    if (!parked) return;
    const { theCase, stored } = await readRecord(deps, reference);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const due = parkedDue(theCase, moment.now, deps.policy);
    if (due === undefined) return;
    const referral = addresseesOf(stored.body);
    if (due === 'TO_PLAN' && isUnacknowledged(theCase)) await deps.sendNotices('RECEIVED', theCase, referral);
    if (due === 'TO_TELL') {
      await deps.sendNotices('PARKED', theCase, referral);
      await reassignTask(deps, reference);
    }
    await changeCase(deps.cases, reference, (current) =>
      parkedDue(current, moment.now, deps.policy) === due && current.parked?.told === theCase.parked?.told
        ? (due === 'TO_TELL' ? toldOfParked : tellingPlanned)(current, moment, deps.policy)
        : undefined,
    );
  };
}
