import type { Link } from '#domain/people/link.ts';
import type { Now } from '#domain/ports/services.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import { sha256 } from '#domain/values/hash.ts';

/** The link behind a token, run out or not; undefined for what never was one. */
export async function storedLink(
  deps: { readonly access: Pick<AccessStore, 'readLink'> },
  token: string,
): Promise<Link | undefined> {
  return /^[\w-]{43}$/.test(token) ? deps.access.readLink(sha256(token)) : undefined;
}

/** The link behind a token while it has not run out; whether its case still has something for it is for the caller. */
export async function readLink(
  deps: { readonly access: Pick<AccessStore, 'readLink'>; readonly now: Now },
  token: string,
): Promise<Link | undefined> {
  const link = await storedLink(deps, token);
  return link && deps.now() < link.expiresAt ? link : undefined;
}
