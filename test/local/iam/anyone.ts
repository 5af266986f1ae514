import type { Access } from '#local/iam/access.ts';

/** Everyone may do everything, and signs with this secret: for tests of a service itself. */
export function anyone(secretAccessKey = 'local-secret'): Access {
  const caller = { secretAccessKey, refusal: () => undefined, may: () => true };
  return { caller: () => caller, named: () => caller };
}
