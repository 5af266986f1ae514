import { type FamilyDeps, readFamily } from '#application/read-family.ts';
import type { Case } from '#domain/case/case.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { mayShow, type Reader } from '#domain/safe-contact/may-show.ts';
import type { HttpResponse } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';

/** A record that a guard has opened, and as whom the rule of safe contact knows who reads it. */
interface Read {
  readonly theCase: Case;
  readonly reader: Reader;
}

type Open<Seen> = (record: Seen, parameters: Parameters) => Promise<HttpResponse>;

/** Opens what people wrote only to who may read that of this family: it may say where they live. Else answers `refuse`. */
export function unlessHidden<Seen extends object>(deps: FamilyDeps, open: Open<Seen>, refuse: () => HttpResponse) {
  return async (record: Seen & Read, parameters: Parameters): Promise<HttpResponse> => {
    const { theCase, reader } = record;
    const stored = await deps.referrals.readReferral(theCase.reference);
    const facts = await readFamily(deps, theCase, addresseesOf(stored?.body));
    return mayShow('TYPED', reader, facts) ? open(record, parameters) : refuse();
  };
}
