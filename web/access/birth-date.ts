import type { Now } from '#domain/ports/services.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { sha256 } from '#domain/values/hash.ts';
import { changeChallenge } from './challenge.ts';

export interface BirthDateDeps {
  readonly access: AccessStore;
  readonly now: Now;
  readonly policy: Pick<Policy, 'codeTries' | 'codeWindowMinutes'>;
}

export type BirthDateGuess =
  | { readonly kind: 'RIGHT' }
  | { readonly kind: 'WRONG'; readonly triesLeft: number }
  | { readonly kind: 'WAIT'; readonly againAt: string };

/** The heading after too many wrong dates of birth. */
export const TOO_MANY_TRIES = 'You have tried too many times';

const MOST_DOUBLINGS = 7;

/**
 * Whether someone with this link knows the child's date of birth. Five tries, then a wait that doubles each time: there
 * are only about a thousand likely dates. Right and wrong guesses alike are counted before their result is known. A right
 * one puts the tries back: who knows the date may mistype it again.
 */
export async function tryBirthDate(deps: BirthDateDeps, linkHash: string, isRight: boolean): Promise<BirthDateGuess> {
  const { policy } = deps;
  const at = deps.now();
  return changeChallenge<BirthDateGuess>(deps.access, sha256(`birth date for ${linkHash}`), (current) => {
    const isWaiting = current !== undefined && current.triesLeft === 0;
    if (isWaiting && at < current.expiresAt) return { result: { kind: 'WAIT', againAt: current.expiresAt } };
    const before = current && !isWaiting ? current.triesLeft : policy.codeTries;
    const waits = current?.sent ?? 0;
    const next = { codeHash: '', expiresAt: at, triesLeft: before, sent: waits, lastSentAt: at };
    if (isRight) return { next: { ...next, triesLeft: policy.codeTries, sent: 0 }, result: { kind: 'RIGHT' } };
    const triesLeft = before - 1;
    if (triesLeft > 0) return { next: { ...next, triesLeft }, result: { kind: 'WRONG', triesLeft } };
    const againAt = plusMinutes(at, policy.codeWindowMinutes * 2 ** Math.min(waits, MOST_DOUBLINGS));
    return { next: { ...next, triesLeft, sent: waits + 1, expiresAt: againAt }, result: { kind: 'WAIT', againAt } };
  });
}
