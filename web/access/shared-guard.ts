import type { Case } from '#domain/case/case.ts';
import { hasDied } from '#domain/case/death.ts';
import { sharedWithNow } from '#domain/case/shares.ts';
import { otherServiceActor } from '#domain/people/actor.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { isReference } from '#domain/values/reference.ts';
import type { FormFields } from '../http/form-body.ts';
import { callUsPage } from '../layout/call-us.ts';
import { forgedPage } from '../layout/refusals.ts';
import type { Admitted, Guard } from './guard.ts';
import { readSession } from './sessions.ts';
import { closedToOtherService, type SharedLinkDeps, servicesOf } from './shared-link.ts';

interface SharedGuardDeps extends SharedLinkDeps {
  readonly cases: Pick<CaseStore, 'readCase' | 'readWholeCase'>;
}

/** A referral that a browser of the other service has opened by link and code. */
export interface SharedRecord extends Admitted {
  readonly theCase: Case;
  readonly reader: 'OTHER_SERVICE';
  /** Which services read it through this mailbox, as notices name them. */
  readonly services: readonly string[];
  readonly csrf: string;
}

/** Admits a browser that opened a link to this referral, while the referral is shared with the mailbox of its session. */
export function sharedGuard(deps: SharedGuardDeps): Guard<SharedRecord> {
  const refused = { refuse: () => closedToOtherService(deps) };
  return async (request, { reference = '' }) => {
    if (!isReference(reference)) return refused;
    const [open, theCase] = await Promise.all([
      readSession(deps, request, 'OTHER_SERVICE'),
      deps.cases.readWholeCase(reference),
    ]);
    const isGranted = open?.session.grants.some((known) => known.reference === reference && known.purpose === 'SHARED');
    if (isGranted && theCase && hasDied(theCase)) return { refuse: () => callUsPage(deps, reference) };
    if (!open || !theCase || !isGranted) return refused;
    const { session, isOwnForm, csrf } = open;
    const services = await servicesOf(deps, sharedWithNow(theCase), session.mailbox);
    if (services.length === 0) return refused;
    const refuseForm = (fields: FormFields) => (isOwnForm(fields) ? undefined : forgedPage(deps));
    const actor = otherServiceActor(session.mailbox);
    return { seen: { theCase, reader: 'OTHER_SERVICE', actor, refuseForm, services, csrf } };
  };
}
