import { isJointStep, jointDue, jointTold } from '#domain/case/joint-told.ts';
import { sharingDue, sharingTold } from '#domain/case/shared.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { changeCase } from '../change-case.ts';
import { readRecord } from '../read-record.ts';
import type { StepDeps } from '../step-deps.ts';

export type FollowSharing = (reference: string) => Promise<void>;

type FollowDeps = Pick<StepDeps, 'cases' | 'referrals' | 'sendNotices' | 'policy' | 'now'>;

/** The most that can be owed at one instant of one sharing: the link, the reminder, and what came of it. There can be two. */
const MOST = 6;

/**
 * Tells both sides of a shared referral what they are owed by now: the other service its link or one reminder, the referrer
 * that it was opened or is chased. Services that decide with us get theirs too, and the managers hear what came of it. Each once, however often this is called. What was cut off is done by the next call.
 */
export function followSharing(deps: FollowDeps): FollowSharing {
  return async (reference) => {
    for (let turn = 0; turn < MOST; turn += 1) {
      const { theCase, stored } = await readRecord(deps, reference);
      const step = sharingDue(theCase, deps.now()) ?? jointDue(theCase, deps.now());
      if (!step) return;
      await deps.sendNotices(step, theCase, addresseesOf(stored.body));
      const moment = { now: deps.now(), policyVersion: deps.policy.version };
      await changeCase(deps.cases, reference, (current) =>
        isJointStep(step)
          ? jointTold(current, moment, step, deps.policy)
          : sharingTold(current, moment, step, deps.policy),
      );
    }
  };
}
