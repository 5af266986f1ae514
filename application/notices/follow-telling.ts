import { isReturned, tellingDue, tellingSettled, whyUntold } from '#domain/case/tell-family.ts';
import { draftsToResubmit } from '#domain/draft/resubmission.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { DraftStore } from '#domain/ports/stores.ts';
import { changeCase } from '../change-case.ts';
import { readRecord } from '../read-record.ts';
import type { StepDeps } from '../step-deps.ts';

export type FollowTelling = (reference: string) => Promise<void>;

type FollowDeps = Pick<StepDeps, 'cases' | 'referrals' | 'sendNotices' | 'policy' | 'now'> & {
  readonly drafts: Pick<DraftStore, 'readDraft'>;
};

/** As many tries to put a referral right as are looked at. */
const LOOKED_AT = 3;

/**
 * Asks staff to tell a family of which no one has entered that they were told, once. Not of a referral that was returned
 * and has been sent again. What was cut off is done by the next call.
 */
export function followTelling(deps: FollowDeps): FollowTelling {
  return async (reference) => {
    const { theCase, stored } = await readRecord(deps, reference);
    if (!tellingDue(theCase, deps.now())) return;
    const isPutRight = isReturned(theCase) && (await wasSentAgain(deps, reference));
    const untold = isPutRight ? 'PUT_RIGHT' : whyUntold(theCase);
    if (untold === undefined) await deps.sendNotices('FAMILY_UNTOLD', theCase, addresseesOf(stored.body));
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    await changeCase(deps.cases, reference, (current) => tellingSettled(current, moment, untold));
  };
}

async function wasSentAgain({ drafts }: FollowDeps, reference: string): Promise<boolean> {
  for (const id of draftsToResubmit(reference, LOOKED_AT)) {
    const kept = await drafts.readDraft(id);
    const draft = kept?.copyAt === undefined ? kept : await drafts.readDraft(kept.copyAt);
    if (draft?.sent) return true;
  }
  return false;
}
