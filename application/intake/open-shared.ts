import { sharedOpened } from '#domain/case/shared.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Log } from '#domain/ports/services.ts';
import { errorName } from '#domain/problems/errors.ts';
import { changeCase } from '../change-case.ts';
import { followSharing } from './follow-sharing.ts';

type OpenDeps = Parameters<typeof followSharing>[0] & { readonly log: Log };

/**
 * Records that someone in the other service has opened a referral that is shared with it, and tells the referrer, both once.
 * Never keeps that service from reading: what cannot be sent now is sent by the sweeper.
 */
export function openShared(deps: OpenDeps): (reference: string, by: Actor) => Promise<void> {
  const follow = followSharing(deps);
  return async (reference, by) => {
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, reference, (current) => sharedOpened(current, moment, by));
    if (!saved) return;
    try {
      await follow(reference);
    } catch (error) {
      deps.log.error('sharing-not-told', { reference, error: errorName(error) });
    }
  };
}
