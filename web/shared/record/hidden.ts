import { readFamily } from '#application/read-family.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { mayShow } from '#domain/safe-contact/may-show.ts';
import type { SharedRecord } from '../../access/shared-guard.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { notFound } from '../../layout/not-found.ts';
import type { SharedDeps } from '../deps.ts';

type Open = (record: SharedRecord, parameters: Parameters) => Promise<HttpResponse>;

/** Opens a document only where the other service may read what people wrote of this family: it may say where they live. */
export function unlessHidden(deps: SharedDeps, open: Open): Open {
  return async (record, parameters) => {
    const { theCase } = record;
    const stored = await deps.referrals.readReferral(theCase.reference);
    const facts = await readFamily(deps, theCase, addresseesOf(stored?.body));
    return mayShow('TYPED', 'OTHER_SERVICE', facts) ? open(record, parameters) : notFound(deps);
  };
}
