import { hasDied } from '#domain/case/death.ts';
import { type Actor, familyActor } from '#domain/people/actor.ts';
import { isReference } from '#domain/values/reference.ts';
import type { FormFields } from '../http/form-body.ts';
import { callUsPage } from '../layout/call-us.ts';
import { notFound } from '../layout/not-found.ts';
import { forgedPage } from '../layout/refusals.ts';
import type { FamilyLinkDeps } from './family-link-deps.ts';
import { type FamilyPageSeen, pageBehind } from './family-page-link.ts';
import type { Admitted, Guard } from './guard.ts';
import { type OpenSession, readSession, type SessionDeps } from './sessions.ts';

/** An adult of the family who opened their page, and knew the date of birth. */
export interface FamilyPageRequest extends OpenSession, Admitted, FamilyPageSeen {
  readonly actor: Actor;
}

/** Admits a browser that opened the page of an adult, while that page stands: what staff close is closed at the next request. */
export function familyPageGuard(deps: FamilyLinkDeps & Pick<SessionDeps, 'baseUrl'>): Guard<FamilyPageRequest> {
  const unknown = { refuse: () => notFound(deps) };
  return async (request, { reference = '' }) => {
    if (!isReference(reference)) return unknown;
    const open = await readSession(deps, request, 'FAMILY');
    const grant = open?.session.grants.findLast((one) => one.reference === reference && one.purpose === 'PAGE');
    if (!open || !grant) return unknown;
    const { mailbox } = open.session;
    const found = await pageBehind(deps, { reference, taskId: grant.taskId, mailbox });
    if (!found) return unknown;
    if (hasDied(found.theCase)) return { refuse: () => callUsPage(deps, reference) };
    const refuseForm = (fields: FormFields) => (open.isOwnForm(fields) ? undefined : forgedPage(deps));
    return { seen: { ...open, ...found, actor: familyActor(mailbox), refuseForm } };
  };
}
