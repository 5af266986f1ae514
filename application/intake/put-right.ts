import { putRight } from '#domain/case/tell-family.ts';
import type { ClaimKey, Now } from '#domain/ports/services.ts';
import type { CaseStore, ClaimStore } from '#domain/ports/stores.ts';
import { identifiesReferral } from '#domain/rules/own-reference.ts';
import type { Policy } from '#domain/service/policy.ts';
import { lettersAndDigits } from '#domain/values/characters.ts';
import { canonicalJson, keyedHash } from '#domain/values/hash.ts';
import { foldedMailbox } from '#domain/values/mailbox.ts';
import { changeCase } from '../change-case.ts';

interface PutRightDeps {
  readonly cases: CaseStore;
  readonly policy: Policy;
  readonly now: Now;
}

/** Records of a returned referral that the child was referred again, so that its family hears of that one alone. */
export function recordPutRight(deps: PutRightDeps): (reference: string) => Promise<void> {
  return async (reference) => {
    if (!(await deps.cases.readCase(reference))) return;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    await changeCase(deps.cases, reference, (current) => putRight(current, moment));
  };
}

/** Who sent a referral, and how they know the child. */
interface Known {
  readonly caller: string;
  readonly mailbox: string;
  readonly ownReference: string | undefined;
  readonly firstName: string;
  readonly dob: string;
}

/**
 * Recognises what a referrer sends again under the same reference of their own, for a child of the same first name and date
 * of birth. Everyone who uses the form is one caller, so the mailbox counts too. It is kept as a keyed hash. This is for children without an NHS number: those with one are recognised when they are claimed.
 */
export function recogniseSentAgain(deps: PutRightDeps & { claims: ClaimStore; claimKey: ClaimKey }) {
  return async (reference: string, { ownReference, ...known }: Known): Promise<void> => {
    if (ownReference === undefined || !identifiesReferral(ownReference)) return;
    const hash = keyedHash(await deps.claimKey(), canonicalJson(['SENT', ownReference, ...sameFor(known)]));
    const earlier = await deps.claims.claim(hash, reference);
    if (earlier === reference) return;
    await recordPutRight(deps)(earlier);
    await deps.claims.takeOver(hash, earlier, reference);
  };
}

function sameFor({ caller, mailbox, firstName, dob }: Omit<Known, 'ownReference'>): readonly string[] {
  return [caller, foldedMailbox(mailbox), lettersAndDigits(firstName), dob];
}
