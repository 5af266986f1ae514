import type { SignIn } from '../service/access.ts';
import { foldedMailbox } from '../values/mailbox.ts';
import type { Role } from './person.ts';

/** Someone as their provider knows them. */
export interface WorkAccount {
  /** Undefined where the provider vouches for none. */
  readonly mailbox: string | undefined;
  /** What their groups let them do here. Empty for someone in none of the groups. */
  readonly roles: readonly Role[];
}

type Rules = Pick<SignIn, 'mailboxClaim' | 'groupsClaim' | 'groups'>;

const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/**
 * Reads whose account a token is of, and never trusts an address that no one has checked. `email` counts only beside
 * `email_verified`. `preferred_username` counts only where the configuration says that the directory alone gives it out.
 */
export function workAccount(claims: Readonly<Record<string, unknown>>, rules: Rules): WorkAccount {
  const named = claims[rules.mailboxClaim];
  const isChecked = rules.mailboxClaim === 'preferred_username' || isTrue(claims.email_verified);
  const mailbox = typeof named === 'string' && ADDRESS.test(named) && isChecked ? foldedMailbox(named) : undefined;
  const given = claims[rules.groupsClaim];
  const groups = new Set<unknown>(Array.isArray(given) ? given : [given]);
  const roles = Object.entries(rules.groups).flatMap(([group, roles]) => (groups.has(group) ? roles : []));
  return { mailbox, roles: [...new Set(roles)] };
}

/** Some providers write it as a text. */
const isTrue = (value: unknown) => value === true || value === 'true';
