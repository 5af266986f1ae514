import * as z from 'zod';
import { canBeSentTo } from '#domain/case/sent-to.ts';
import { sharingAgreed } from '#domain/case/shared.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { changeCase } from '../change-case.ts';
import { readRecord } from '../read-record.ts';
import type { StepDeps } from '../step-deps.ts';
import { followSharing } from './follow-sharing.ts';

const agreeSchema = z.object({
  reference: z.string(),
  /** The mailbox of the person who says so. */
  by: z.string(),
});

/**
 * Records that the parents agree to another service reading the referral, and sends that service a link; once, and only for
 * one that can be sent to it. What was cut off is made good by the next call or by the sweeper.
 */
export function agreeForwarding(
  deps: StepDeps,
): (command: z.input<typeof agreeSchema>) => Promise<'AGREED' | 'ALREADY' | 'CLOSED'> {
  return async (command) => {
    const { reference, by } = agreeSchema.parse(command);
    const { theCase } = await readRecord(deps, reference);
    if (canBeSentTo(theCase) === undefined) return 'CLOSED';
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    // Recorded first: the link in the email opens nothing before.
    const { saved } = await changeCase(deps.cases, reference, (current) =>
      sharingAgreed(current, moment, referrerActor(by)),
    );
    await followSharing(deps)(reference);
    return saved ? 'AGREED' : 'ALREADY';
  };
}
