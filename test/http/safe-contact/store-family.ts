import type { Stores } from '#adapters/records/stores.ts';
import type { Case } from '#domain/case/case.ts';
import { familyEmailStopped } from '#domain/case/no-family-email.ts';
import { movedToSafePlace } from '#domain/case/safe-place.ts';
import { personActor } from '#domain/people/actor.ts';
import { caseOnReceipt, otherReference, storedReferral } from '../records.ts';
import { type Given, otherReferralOf } from './given.ts';

export const first = personActor('pat', 'Pat', 'Manager');
export const second = personActor('sam', 'Sam', 'Practitioner');
const moment = { now: '2026-09-24T08:00:00.000Z', policyVersion: 1 };

/** The case of this family: with the other referral named in it, and what staff said. */
export function caseOf(given: Given, theCase: Case): Case {
  const receivedAt = '2026-09-20T08:00:00.000Z';
  const joined = [{ reference: otherReference, referralOn: '2026-09-20', receivedAt, at: moment.now }];
  const other = given.other?.how === 'JOINED' ? { joined } : given.other ? { duplicateOf: otherReference } : {};
  const said = stopped({ ...theCase, ...other }, given.staffSaidNo);
  if (!given.atSafePlace) return said;
  const moved = { by: first, reason: 'She called us', adults: given.adults.length, seen: '' };
  return movedToSafePlace(said, moment, moved) ?? said;
}

/** Stores the other referral of the same child, received earlier, with what staff said of it. */
export async function storeOther(stores: Stores, given: Given): Promise<void> {
  if (given.other === null) return;
  await stores.referrals.putReferral({ ...storedReferral(otherReferralOf(given)), reference: otherReference });
  const theCase = { ...caseOnReceipt(otherReference), receivedAt: '2026-09-20T08:00:00.000Z' };
  await stores.cases.createCase(stopped(theCase, given.other.staffSaidNo));
}

function stopped(theCase: Case, isSaid: boolean): Case {
  const next = isSaid ? familyEmailStopped(theCase, moment, { reason: 'Unsafe', by: first }) : undefined;
  return next ?? theCase;
}
