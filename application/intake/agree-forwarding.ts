import * as z from 'zod';
import { forwardingAgreed } from '#domain/case/answer.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { changeCase } from '../change-case.ts';
import { readRecord } from '../read-record.ts';
import type { StepDeps } from '../step-deps.ts';

const agreeSchema = z.object({
  reference: z.string(),
  /** The mailbox of the person who says so. */
  by: z.string(),
});

/**
 * Records that the parents agree to the advisory teachers seeing the referral, and tells that service; once, and only for a
 * redirected one. A notice that was cut off is made good by the next call or by the sweeper.
 */
export function agreeForwarding(
  deps: StepDeps,
): (command: z.input<typeof agreeSchema>) => Promise<'AGREED' | 'ALREADY' | 'CLOSED'> {
  return async (command) => {
    const { reference, by } = agreeSchema.parse(command);
    const { theCase, stored } = await readRecord(deps, reference);
    if (theCase.outcome !== 'REDIRECTED_EY_ADVISORY') return 'CLOSED';
    // The service is told first: what was cut off before the event is done again by the next press of the button.
    const referral = addresseesOf(stored.body);
    await deps.sendNotices('FORWARDED', theCase, referral);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, reference, (current) =>
      current.forwardingAgreedAt ? undefined : forwardingAgreed(current, moment, referrerActor(by)),
    );
    return saved ? 'AGREED' : 'ALREADY';
  };
}
