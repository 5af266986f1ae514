import type { Case } from '#domain/case/case.ts';
import { hasDied } from '#domain/case/death.ts';
import { isShared } from '#domain/case/shared.ts';
import { otherServiceActor } from '#domain/people/actor.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { isReference } from '#domain/values/reference.ts';
import type { FormFields } from '../http/form-body.ts';
import { callUsPage } from '../layout/call-us.ts';
import { forgedPage } from '../layout/refusals.ts';
import type { Admitted, Guard } from './guard.ts';
import { readSession } from './sessions.ts';
import { closedToOtherService, isOtherService, type SharedLinkDeps } from './shared-link.ts';

interface SharedGuardDeps extends SharedLinkDeps {
  readonly cases: Pick<CaseStore, 'readCase' | 'readWholeCase'>;
}

/** A referral that a browser of the other service has opened by link and code. */
export interface SharedRecord extends Admitted {
  readonly theCase: Case;
  readonly reader: 'OTHER_SERVICE';
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
    if (!open || !theCase || !isGranted || !isShared(theCase)) return refused;
    const { session, isOwnForm } = open;
    if (!(await isOtherService(deps, theCase, session.mailbox))) return refused;
    const refuseForm = (fields: FormFields) => (isOwnForm(fields) ? undefined : forgedPage(deps));
    return { seen: { theCase, reader: 'OTHER_SERVICE', actor: otherServiceActor(session.mailbox), refuseForm } };
  };
}
