import type { Link } from '#domain/people/link.ts';
import type { Now } from '#domain/ports/services.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import { sha256 } from '#domain/values/hash.ts';

/** The link behind a token while it has not run out; whether its case still has something for it is for the caller. */
export async function readLink(
  deps: { readonly access: Pick<AccessStore, 'readLink'>; readonly now: Now },
  token: string,
): Promise<Link | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined;
  const link = await deps.access.readLink(sha256(token));
  return link && deps.now() < link.expiresAt ? link : undefined;
}
