import type { Case } from '#domain/case/case.ts';
import { jointOpened } from '#domain/case/joint.ts';
import { sharedOpened } from '#domain/case/shared.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Log } from '#domain/ports/services.ts';
import { errorName } from '#domain/problems/errors.ts';
import { changeCase } from '../change-case.ts';
import { followSharing } from './follow-sharing.ts';

type OpenDeps = Parameters<typeof followSharing>[0] & { readonly log: Log };

/**
 * Records that someone in these services has opened a referral that is shared with them, and tells the referrer of a redirect, both once.
 * Never keeps that service from reading: what cannot be sent now is sent by the sweeper.
 */
export function openShared(
  deps: OpenDeps,
): (reference: string, by: Actor, services: readonly string[]) => Promise<void> {
  const follow = followSharing(deps);
  return async (reference, by, services) => {
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const opened = (current: Case) => {
      const joint = services.reduce((seen, to) => jointOpened(seen, moment, to, by) ?? seen, current);
      const isRedirect = current.shared !== undefined && services.includes(current.shared.to);
      return isRedirect ? (sharedOpened(joint, moment, by) ?? joint) : joint;
    };
    const { saved } = await changeCase(deps.cases, reference, opened);
    if (!saved) return;
    try {
      await follow(reference);
    } catch (error) {
      deps.log.error('sharing-not-told', { reference, error: errorName(error) });
    }
  };
}
