import { askedOfCameBack, cameBackAt, isForStaffAlone } from '#domain/case/came-back.ts';
import type { Case } from '#domain/case/case.ts';
import { newsBackAsked, newsBackAt } from '#domain/case/news-back.ts';
import {
  isReturned,
  PUT_RIGHT,
  tellingDue,
  tellingPutOff,
  tellingSettled,
  whyUntold,
} from '#domain/case/tell-family.ts';
import { writesWhenDue } from '#domain/case/tell-of-end.ts';
import { draftsToResubmit } from '#domain/draft/resubmission.ts';
import { type Addressees, addresseesOf } from '#domain/notices/addressees.ts';
import type { DraftStore } from '#domain/ports/stores.ts';
import { changeCase } from '../change-case.ts';
import { readRecord } from '../read-record.ts';
import type { StepDeps } from '../step-deps.ts';
import { tellFamily } from './tell-family.ts';

export type FollowTelling = (reference: string) => Promise<void>;

type FollowDeps = Pick<StepDeps, 'cases' | 'referrals' | 'sendNotices' | 'policy' | 'now'> & {
  readonly drafts: Pick<DraftStore, 'readDraft'>;
};

/** As many tries to put a referral right as are looked at. */
const LOOKED_AT = 3;

/**
 * Sees that a family of which no one has entered that they were told hears how it ended, once. The service writes itself of
 * what was returned and not put right; else staff are asked. They are also asked when an email to the family came back, whatever its news. What
 * was cut off is done by the next call.
 */
export function followTelling(deps: FollowDeps): FollowTelling {
  return async (reference) => {
    const { theCase, stored } = await readRecord(deps, reference);
    const referral = addresseesOf(stored.body);
    if (tellingDue(theCase, deps.now())) await whenDue(deps, theCase, referral);
    await askOfCameBack(deps, reference, referral);
    await askOfNews(deps, reference, referral);
  };
}

async function whenDue(deps: FollowDeps, seen: Case, referral: Addressees): Promise<void> {
  const untold = isReturned(seen) && (await wasSentAgain(deps, seen.reference)) ? PUT_RIGHT : whyUntold(seen);
  const isOurs = untold === undefined && writesWhenDue(seen, deps.now());
  const { theCase, isPending } = isOurs ? await tellFamily(deps)(seen, referral) : { theCase: seen, isPending: false };
  const isForStaff = untold === undefined && !isPending && tellingDue(theCase, deps.now()) && !isForStaffAlone(theCase);
  if (isForStaff) await deps.sendNotices('FAMILY_UNTOLD', theCase, referral);
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  await changeCase(deps.cases, seen.reference, (current) => {
    if (isPending) return tellingPutOff(current, moment, deps.policy);
    return isForStaff || untold !== undefined ? tellingSettled(current, moment, untold) : undefined;
  });
}

async function askOfCameBack(deps: FollowDeps, reference: string, referral: Addressees): Promise<void> {
  const theCase = await deps.cases.readCase(reference);
  if (!theCase || cameBackAt(theCase) === undefined) return;
  if (whyUntold(theCase) === undefined) await deps.sendNotices('FAMILY_CAME_BACK', theCase, referral);
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  await changeCase(deps.cases, reference, (current) => askedOfCameBack(current, moment));
}

async function askOfNews(deps: FollowDeps, reference: string, referral: Addressees): Promise<void> {
  const theCase = await deps.cases.readCase(reference);
  if (!theCase || newsBackAt(theCase) === undefined) return;
  if (theCase.death === undefined) await deps.sendNotices('NEWS_CAME_BACK', theCase, referral);
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  await changeCase(deps.cases, reference, (current) => newsBackAsked(current, moment, theCase.newsBack));
}

/** Whether it was sent again by its own link. What comes another way is recognised by its child, when it is checked. */
async function wasSentAgain({ drafts }: FollowDeps, reference: string): Promise<boolean> {
  for (const id of draftsToResubmit(reference, LOOKED_AT)) {
    const kept = await drafts.readDraft(id);
    const draft = kept?.copyAt === undefined ? kept : await drafts.readDraft(kept.copyAt);
    if (draft?.sent) return true;
  }
  return false;
}
