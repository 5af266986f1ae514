import type { Case } from '#domain/case/case.ts';
import { type Addressees, addresseesOf } from '#domain/notices/addressees.ts';
import { CaseNotFound } from '#domain/problems/errors.ts';
import type { FamilyFacts } from '#domain/safe-contact/facts.ts';
import type { Support } from '#domain/support/support.ts';
import { readFamily } from '../read-family.ts';
import { readRecord } from '../read-record.ts';
import type { SupportDeps } from './deps.ts';
import { familyTimeFrom } from './family-time.ts';

/** A support with its case and its family, and since when the family can answer an open offer. */
export interface SupportRead {
  readonly support: Support;
  readonly theCase: Case;
  readonly referral: Addressees & FamilyFacts;
  readonly from: string | undefined;
}

/** All of it, read consistently; throws `CaseNotFound` when any is missing. */
export async function readSupport(
  deps: Pick<SupportDeps, 'supports' | 'cases' | 'referrals' | 'now'>,
  reference: string,
): Promise<SupportRead> {
  const [support, { theCase, stored }] = await Promise.all([
    deps.supports.readSupport(reference),
    readRecord(deps, reference),
  ]);
  if (!support) throw new CaseNotFound(`There is no support ${reference}.`);
  const referral = await readFamily(deps, theCase, addresseesOf(stored.body));
  return { support, theCase, referral, from: familyTimeFrom(support, theCase, referral) };
}
