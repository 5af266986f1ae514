import { sha256 } from '#domain/values/hash.ts';
import { type CountedTry, countTry, type TryDeps } from './tries.ts';

/** The heading after too many wrong dates of birth. */
export const TOO_MANY_TRIES = 'You have tried too many times';

/** Whether someone with this link knows the child's date of birth. There are only about a thousand likely dates. */
export function tryBirthDate(deps: TryDeps, linkHash: string, isRight: boolean): Promise<CountedTry> {
  return countTry(deps, sha256(`birth date for ${linkHash}`), isRight);
}
