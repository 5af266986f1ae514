import { pagesClosed } from '#domain/case/family-page.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { Actor } from '#domain/people/actor.ts';
import { changeCase } from '../change-case.ts';
import { readRecord } from '../read-record.ts';
import type { FamilyPagesDeps } from './deps.ts';

/**
 * Closes the pages of every adult of a referral, with all their links and sessions, by one write. ALREADY: they are closed.
 * Throws `CaseNotFound` for a reference that no referral has.
 */
export function closePages(deps: FamilyPagesDeps): (reference: string, by: Actor) => Promise<'DONE' | 'ALREADY'> {
  return async (reference, by) => {
    const { stored } = await readRecord(deps, reference);
    const adults = addresseesOf(stored.body).family.parents.length;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, reference, (current) =>
      pagesClosed(current, moment, { by, adults }),
    );
    return saved ? 'DONE' : 'ALREADY';
  };
}
