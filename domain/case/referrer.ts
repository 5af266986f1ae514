import type { Case } from './case.ts';

interface Referrer {
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly email?: string | undefined;
  readonly teamEmail?: string | undefined;
}

/**
 * The present referrer of a case: the colleague who took it over last, else the sender of the referral. The team
 * mailbox stays that of the referral. Everyone who writes to the referrer, or lets them in, asks here.
 */
export function referrerOf(
  theCase: Pick<Case, 'handedTo'> | undefined,
  { referrer }: { readonly referrer: Referrer },
): Referrer {
  if (!theCase?.handedTo) return referrer;
  const { name, role, email } = theCase.handedTo;
  return { ...referrer, name, role, email };
}
