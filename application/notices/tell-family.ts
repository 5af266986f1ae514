import type { Case } from '#domain/case/case.ts';
import { endedAs } from '#domain/case/ended-as.ts';
import { wroteOfEnd } from '#domain/case/tell-of-end.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import { firstToPrint } from '#domain/notices/to-print.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { type FamilyDeps, readFamily } from '../read-family.ts';
import type { SendNotices } from './send-notices.ts';
import type { Sent } from './sent.ts';

interface TellDeps extends FamilyDeps {
  readonly cases: CaseStore;
  readonly sendNotices: SendNotices;
  readonly policy: Policy;
}

/** The case after it, and whether an email is still on its way. */
export interface Telling {
  readonly theCase: Case;
  readonly isPending: boolean;
}

/**
 * Writes to each parent how the case ended, where that is safe, by email or by a letter that staff are asked to post, and
 * records in the case that it does, or that all have it. A parent who must not be written to gets nothing. Each email goes
 * once, however often this is called.
 */
export function tellFamily(deps: TellDeps): (theCase: Case, referral: Addressees) => Promise<Telling> {
  return async (seen, referral) => {
    const all = await deps.sendNotices('FAMILY_ENDED', seen, referral);
    const sent = all.filter(({ owed }) => owed.kind === 'FAMILY_ENDED');
    const written = sent.filter(({ state }) => state !== 'FOR_A_PERSON');
    const posted = endedAs(seen) === undefined ? [] : firstToPrint(seen, await readFamily(deps, seen, referral));
    const letters = posted.map((place) => `FAMILY:${place}`);
    const everyone = sent.every((one) => written.includes(one) || letters.includes(one.owed.to));
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const facts = { everyone, byPost: posted.length > 0, allSent: written.every(hasGone) };
    const { theCase } = await changeCase(deps.cases, seen.reference, (current) =>
      written.length + posted.length > 0 ? wroteOfEnd(current, moment, facts) : undefined,
    );
    return { theCase, isPending: written.some(({ state }) => state === 'CLAIMED' || state === 'ELSEWHERE') };
  };
}

/** Whether the mail service has it. What was reported as unwanted has arrived. */
function hasGone({ state }: Sent): boolean {
  return state === 'SENT' || state === 'COMPLAINED';
}
