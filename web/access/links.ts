import type { Link } from '#domain/people/link.ts';
import type { Now } from '#domain/ports/services.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import { sha256 } from '#domain/values/hash.ts';

interface LinkDeps {
  readonly access: Pick<AccessStore, 'readLink'>;
  readonly now: Now;
}

/** The link behind a token while it has not run out; whether its case still has something for it is for the caller. */
export async function readLink(deps: LinkDeps, token: string): Promise<Link | undefined> {
  const link = await storedLink(deps, token);
  return link && hasTime(deps, link) ? link : undefined;
}

/** The link behind a token, run out or not; undefined for what never was one. */
export async function storedLink({ access }: Pick<LinkDeps, 'access'>, token: string): Promise<Link | undefined> {
  return /^[\w-]{43}$/.test(token) ? access.readLink(sha256(token)) : undefined;
}

/** Whether a link has not run out. */
export function hasTime({ now }: Pick<LinkDeps, 'now'>, { expiresAt }: Link): boolean {
  return now() < expiresAt;
}
