import type { Case } from '#domain/case/case.ts';
import { hasDied } from '#domain/case/death.ts';
import { playOwedSince, playTold } from '#domain/case/play.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { changeCase } from '../../change-case.ts';
import type { StepDeps } from '../../step-deps.ts';

export type SendPlay = (theCase: Case) => Promise<void>;

/** Invites the family to Stay and Play, once: by email, by a letter or in person. What was cut off is done by the next call. */
export function sendPlay(deps: Pick<StepDeps, 'cases' | 'referrals' | 'sendNotices' | 'policy' | 'now'>): SendPlay {
  return async (theCase) => {
    if (playOwedSince(theCase) === undefined) return;
    const { reference } = theCase;
    const stored = await deps.referrals.readReferral(reference);
    if (stored && !hasDied(theCase)) await deps.sendNotices('PLAY_INVITED', theCase, addresseesOf(stored.body));
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    await changeCase(deps.cases, reference, (current) => playTold(current, moment));
  };
}
