import type { Challenge } from '#domain/people/challenge.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import { Transient } from '#domain/problems/errors.ts';

const ATTEMPTS = 30;

export type ChallengeStep<R> = { readonly next?: Omit<Challenge, 'id' | 'version'>; readonly result: R };

/**
 * Changes one challenge by one conditional write, again from what is there when someone was faster. The result counts
 * only once the write has won. So a hundred guesses at the same time are still counted one by one.
 */
export async function changeChallenge<R>(
  access: AccessStore,
  id: string,
  step: (current: Challenge | undefined) => ChallengeStep<R>,
): Promise<R> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const current = await access.readChallenge(id);
    const { next, result } = step(current);
    if (!next) return result;
    // Over what was there: a later release may have stored more in it.
    const changed = { ...current, ...next, id, version: (current?.version ?? 0) + 1 };
    if (await access.saveChallenge(changed)) return result;
  }
  throw new Transient('Too many guesses at the same moment.');
}
