import { hasDied } from '#domain/case/death.ts';
import { familyActor } from '#domain/people/actor.ts';
import { isReference } from '#domain/values/reference.ts';
import type { FormFields } from '../http/form-body.ts';
import { callUsPage } from '../layout/call-us.ts';
import { notFound } from '../layout/not-found.ts';
import { forgedPage } from '../layout/refusals.ts';
import { type FamilyOffer, offerBehind } from './family-link.ts';
import type { FamilyLinkDeps } from './family-link-deps.ts';
import type { Admitted, Guard } from './guard.ts';
import { type OpenSession, readSession, type SessionDeps } from './sessions.ts';

/** An adult of the family who opened their link to the last offer that was made to them, and knew the date of birth. */
export interface FamilyRequest extends OpenSession, Admitted, FamilyOffer {}

/** Admits a browser that opened a family's link to this referral, while its mailbox may still be written to. */
export function familyGuard(deps: FamilyLinkDeps & Pick<SessionDeps, 'baseUrl'>): Guard<FamilyRequest> {
  const unknown = { refuse: () => notFound(deps) };
  return async (request, { reference = '' }) => {
    if (!isReference(reference)) return unknown;
    const open = await readSession(deps, request, 'FAMILY');
    const grant = open?.session.grants.findLast((one) => one.reference === reference && one.purpose === 'OFFER');
    if (!open || !grant) return unknown;
    const { mailbox } = open.session;
    const found = await offerBehind(deps, { reference, taskId: grant.taskId, mailbox });
    if (found && hasDied(found.theCase)) return { refuse: () => callUsPage(deps, reference) };
    if (!found) return unknown;
    const refuseForm = (fields: FormFields) => (open.isOwnForm(fields) ? undefined : forgedPage(deps));
    return { seen: { ...open, ...found, actor: familyActor(mailbox), refuseForm } };
  };
}
