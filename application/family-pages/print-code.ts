import { pageGiven } from '#domain/case/family-page.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { Actor } from '#domain/people/actor.ts';
import { holderOfCode, newPageCode, pageCodeHash } from '#domain/people/page-code.ts';
import { pageOfAdult } from '#domain/safe-contact/family-page.ts';
import { londonDateOf, plainDate, plusMinutes } from '#domain/values/dates.ts';
import { changeCase } from '../change-case.ts';
import { readFamily } from '../read-family.ts';
import { readRecord } from '../read-record.ts';
import type { FamilyPagesDeps } from './deps.ts';
import { factsNow } from './facts-now.ts';

/** How long a printed code works, in days: a list is longer than the life of an emailed link. Source: local choice. */
export const CODE_DAYS = 180;

export type PrintedCode =
  | { readonly kind: 'DONE'; readonly code: string; readonly expiresOn: string }
  | { readonly kind: 'REFUSED'; readonly why: string };

/**
 * A new code for the page of one adult, to be printed now: only its hash is kept, so it is never shown again. It opens the page
 * as it stands, and nothing once that is closed or its agreement has ended.
 */
export function printCode(
  deps: FamilyPagesDeps,
): (reference: string, place: number, by: Actor) => Promise<PrintedCode> {
  return async (reference, place, by) => {
    const { theCase, stored } = await readRecord(deps, reference);
    const sent = addresseesOf(stored.body);
    const facts = await readFamily(deps, theCase, sent);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase: now } = await changeCase(deps.cases, reference, (current) =>
      'id' in pageOfAdult(place, current, factsNow(sent, current, facts))
        ? pageGiven(current, moment, { by, place, how: 'CODE' })
        : undefined,
    );
    const page = pageOfAdult(place, now, factsNow(sent, now, facts));
    if ('whyNot' in page) return { kind: 'REFUSED', why: page.whyNot };
    const code = newPageCode(deps.random);
    const hash = pageCodeHash(code) ?? '';
    const expiresAt = plusMinutes(moment.now, CODE_DAYS * 24 * 60);
    const about = { reference, taskId: page.id, to: `FAMILY:${place}`, mailbox: holderOfCode(hash) };
    await deps.access.putLink({ hash, purpose: 'PAGE', ...about, createdAt: moment.now, expiresAt });
    return { kind: 'DONE', code, expiresOn: plainDate(londonDateOf(expiresAt)) };
  };
}
