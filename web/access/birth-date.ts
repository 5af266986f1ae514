import { sha256 } from '#domain/values/hash.ts';
import { type CountedTry, countTry, hasFailed, type TryDeps } from './tries.ts';

/** The heading after too many wrong dates of birth. */
export const TOO_MANY_TRIES = 'You have tried too many times';

/** Whether someone with this link knows the child's date of birth. There are only about a thousand likely dates. */
export function tryBirthDate(deps: TryDeps, linkHash: string, isRight: boolean): Promise<CountedTry> {
  return countTry(deps, idOf(linkHash), isRight);
}

/** Whether a wrong date was entered through this link since the last right one. It counts nothing. */
export function hasWrongDate(deps: Pick<TryDeps, 'access' | 'policy'>, linkHash: string): Promise<boolean> {
  return hasFailed(deps, idOf(linkHash));
}

const idOf = (linkHash: string) => sha256(`birth date for ${linkHash}`);
