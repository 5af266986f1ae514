import type { Case } from '#domain/case/case.ts';
import { hasDied } from '#domain/case/death.ts';
import { openTask } from '#domain/case/decide.ts';
import { isReferrer } from '#domain/case/hand-over.ts';
import { type Addressees, addresseesOf } from '#domain/notices/addressees.ts';
import { referrerActor } from '#domain/people/actor.ts';
import type { LinkPurpose } from '#domain/people/link.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import { isReference } from '#domain/values/reference.ts';
import type { FormFields } from '../http/form-body.ts';
import { callUsPage } from '../layout/call-us.ts';
import { notFound } from '../layout/not-found.ts';
import type { PageDeps } from '../layout/page.ts';
import { forgedPage } from '../layout/refusals.ts';
import type { Admitted, Guard, Refused } from './guard.ts';
import { handedOverInWords, handedOverPage } from './handed-over.ts';
import { isWanted } from './referrer-link.ts';
import { withTyped } from './referrer-refused.ts';
import { type Grant, type OpenSession, readSession, type SessionDeps } from './sessions.ts';

interface ReferrerGuardDeps extends PageDeps, Pick<SessionDeps, 'access' | 'now' | 'baseUrl'> {
  readonly cases: Pick<CaseStore, 'readWholeCase'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
}

/** A browser that opened a link of this purpose to this case, and whose mailbox is still the referrer's. */
export interface ReferralRequest extends OpenSession, Admitted {
  readonly theCase: Case;
  readonly grant: Grant;
  /** The people of the referral as it was sent; who the referrer is now is said by `referrerOf`. */
  readonly referral: Addressees;
}

/**
 * Admits a browser that opened a link of this purpose. All others see the page of unknown links. Once the child has died
 * whoever opened any link to the case is asked to call instead.
 */
export function referrerGuard(deps: ReferrerGuardDeps, purpose: LinkPurpose): Guard<ReferralRequest> {
  const unknown: Refused = { refuse: (typed) => withTyped(deps, notFound(deps), typed) };
  const refuseForm =
    ({ isOwnForm }: OpenSession) =>
    (fields: FormFields) =>
      isOwnForm(fields) ? undefined : withTyped(deps, forgedPage(deps), fields);
  return async (request, { reference = '' }) => {
    if (!isReference(reference)) return unknown;
    const [open, theCase, stored] = await Promise.all([
      readSession(deps, request, 'REFERRER'),
      deps.cases.readWholeCase(reference),
      deps.referrals.readReferral(reference),
    ]);
    if (open?.session.grants.some((one) => one.reference === reference) && theCase && hasDied(theCase)) {
      return { refuse: () => callUsPage(deps, reference) };
    }
    const grant = open && theCase && grantOf(open.session.grants, theCase, purpose);
    if (!open || !theCase || !grant) return unknown;
    const referral = addresseesOf(stored?.body);
    const { mailbox } = open.session;
    // A colleague who is asked to take it over is not its referrer yet; their page looks at the hand-over itself.
    if (purpose === 'HANDOVER' || isReferrer(theCase, referral, mailbox)) {
      const actor = referrerActor(mailbox);
      return { seen: { ...open, theCase, grant, referral, actor, refuseForm: refuseForm(open) } };
    }
    return theCase.handedTo ? handedOver(deps, reference, theCase.handedTo.at) : unknown;
  };
}

function handedOver(deps: PageDeps, reference: string, at: string): Refused {
  return { refuse: (typed) => withTyped(deps, handedOverPage(deps, reference, at), typed, handedOverInWords(at)) };
}

/** Links whose holder has shown the same as one who follows the referral. */
const showsStatus: readonly LinkPurpose[] = ['ANSWER', 'RESUBMIT', 'FORWARD'];

/** What a referrer who follows a referral may open too while the case has something for it. */
function isForFollower(theCase: Case, purpose: LinkPurpose): boolean {
  return (purpose === 'FORWARD' || purpose === 'RESUBMIT') && isWanted(theCase, purpose, undefined);
}

/**
 * What this browser opened. A referrer who follows a referral also answers for it, sends it again and agrees to sharing it,
 * and the reverse, without a second link.
 */
function grantOf(grants: readonly Grant[], theCase: Case, purpose: LinkPurpose): Grant | undefined {
  const { reference, task } = theCase;
  const known = grants.filter((grant) => grant.reference === reference);
  const own = known.findLast((grant) => grant.purpose === purpose);
  const has = (other: LinkPurpose) => known.some((grant) => grant.purpose === other);
  if (purpose === 'STATUS' && showsStatus.some(has)) return { reference, purpose };
  if (has('STATUS') && isForFollower(theCase, purpose)) return { reference, purpose };
  const isLive = own?.taskId === undefined || openTask(theCase, own.taskId) !== undefined;
  if (purpose !== 'ANSWER' || (own && isLive) || !has('STATUS')) return own;
  return { reference, purpose, ...(task?.kind === 'REFERRER' ? { taskId: task.id } : {}) };
}
