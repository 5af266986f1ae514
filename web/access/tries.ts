import type { Now } from '#domain/ports/services.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { changeChallenge } from './challenge.ts';

export interface TryDeps {
  readonly access: AccessStore;
  readonly now: Now;
  readonly policy: Pick<Policy, 'codeTries' | 'codeWindowMinutes'>;
}

export type CountedTry =
  | { readonly kind: 'RIGHT' }
  | { readonly kind: 'WRONG'; readonly triesLeft: number }
  | { readonly kind: 'WAIT'; readonly againAt: string };

const MOST_DOUBLINGS = 7;

/**
 * Counts a guess under this id: five tries, then a wait that doubles each time. Right and wrong guesses alike are counted
 * before their result is known. A right one puts the tries back: who knows the answer may mistype it again.
 */
export async function countTry(deps: TryDeps, id: string, isRight: boolean): Promise<CountedTry> {
  const { policy } = deps;
  const at = deps.now();
  return changeChallenge<CountedTry>(deps.access, id, (current) => {
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

/** Until when guesses under this id wait; undefined while they do not. */
export async function waitingUntil(
  { access, now }: Pick<TryDeps, 'access' | 'now'>,
  id: string,
): Promise<string | undefined> {
  const current = await access.readChallenge(id);
  return current?.triesLeft === 0 && now() < current.expiresAt ? current.expiresAt : undefined;
}

/** Whether a guess under this id was wrong since the last right one. */
export async function hasFailed({ access, policy }: Pick<TryDeps, 'access' | 'policy'>, id: string): Promise<boolean> {
  const current = await access.readChallenge(id);
  return current !== undefined && (current.triesLeft < policy.codeTries || current.sent > 0);
}
