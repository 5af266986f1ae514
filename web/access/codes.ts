import type { Now, RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { sha256 } from '#domain/values/hash.ts';
import { foldedMailbox } from '#domain/values/mailbox.ts';
import { changeChallenge } from './challenge.ts';

export interface CodeDeps {
  readonly access: AccessStore;
  readonly now: Now;
  readonly random: RandomBytes;
  readonly policy: Pick<Policy, 'codeMinutes' | 'codeTries' | 'codeBurst' | 'codeWindowMinutes'>;
}

export type Issued =
  | { readonly kind: 'ISSUED'; readonly code: string }
  | { readonly kind: 'REFUSED'; readonly againAt: string };

/** A new six-digit code for a mailbox, in place of the one before; refused when there were too many in a short time. */
export async function issueCode(deps: CodeDeps, mailbox: string): Promise<Issued> {
  const { access, now, policy } = deps;
  const id = idOf(mailbox);
  const code = sixDigits(deps.random);
  const at = now();
  return changeChallenge<Issued>(access, id, (current) => {
    const quietAt = current ? plusMinutes(current.lastSentAt, policy.codeWindowMinutes) : at;
    const sent = current && at < quietAt ? current.sent : 0;
    if (sent >= policy.codeBurst) return { result: { kind: 'REFUSED', againAt: quietAt } };
    const expiresAt = plusMinutes(at, policy.codeMinutes);
    const next = { codeHash: hashOf(id, code), expiresAt, triesLeft: policy.codeTries, sent: sent + 1, lastSentAt: at };
    return { next, result: { kind: 'ISSUED', code } };
  });
}

export type Tried =
  | { readonly kind: 'RIGHT' }
  | { readonly kind: 'WRONG'; readonly triesLeft: number }
  | { readonly kind: 'SPENT' }
  | { readonly kind: 'EXPIRED' };

/** Whether this is the mailbox's code. Every guess is counted before its result is known; a right one uses the code up. */
export async function tryCode(
  deps: Omit<CodeDeps, 'random' | 'policy'>,
  mailbox: string,
  guess: string,
): Promise<Tried> {
  const id = idOf(mailbox);
  const at = deps.now();
  return changeChallenge<Tried>(deps.access, id, (current) => {
    if (!current || current.codeHash === '' || at >= current.expiresAt) return { result: { kind: 'EXPIRED' } };
    if (current.triesLeft === 0) return { result: { kind: 'SPENT' } };
    if (current.codeHash === hashOf(id, guess))
      return { next: { ...current, codeHash: '' }, result: { kind: 'RIGHT' } };
    const triesLeft = current.triesLeft - 1;
    return {
      next: { ...current, triesLeft },
      result: triesLeft === 0 ? { kind: 'SPENT' } : { kind: 'WRONG', triesLeft },
    };
  });
}

/** Why a code lets no one in, and what to do. */
export function codeTrouble(tried: Exclude<Tried, { kind: 'RIGHT' }>): string {
  if (tried.kind === 'SPENT') return 'You tried this code too often. Ask for a new one below';
  if (tried.kind === 'EXPIRED') {
    return 'This code has expired or has been used. Ask for a new one below';
  }
  const left = tried.triesLeft === 1 ? 'one try' : `${tried.triesLeft} tries`;
  return `This is not the code that we sent last. You have ${left} left`;
}

/** The same for every way to write a mailbox. */
function idOf(mailbox: string): string {
  return sha256(`code for ${foldedMailbox(mailbox)}`);
}

function hashOf(id: string, code: string): string {
  return sha256(`${id} ${code}`);
}

/** 48 random bits leave no digit measurably likelier than another. */
function sixDigits(random: RandomBytes): string {
  const number = Buffer.from(random(6)).readUIntBE(0, 6) % 1_000_000;
  return String(number).padStart(6, '0');
}
