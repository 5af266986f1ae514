import type { MintedLink } from '#domain/notices/facts.ts';
import { linkUrl } from '#domain/notices/links.ts';
import type { LinkPurpose } from '#domain/people/link.ts';
import type { Now, RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { sha256 } from '#domain/values/hash.ts';

const DAY_MS = 86_400_000;

interface LinkDeps {
  readonly access: AccessStore;
  readonly now: Now;
  readonly random: RandomBytes;
  readonly policy: Policy;
  readonly baseUrl: string;
}

/** A new link for one mailbox, stored (its hash only) before anyone can be told of it. */
export async function mintLink(
  { access, now, random, policy, baseUrl }: LinkDeps,
  purpose: LinkPurpose,
  { taskId, to }: { readonly taskId?: string | undefined; readonly to?: string },
  reference: string,
  mailbox: string,
): Promise<MintedLink> {
  const token = Buffer.from(random(32)).toString('base64url');
  const createdAt = now();
  const expiresAt = new Date(Date.parse(createdAt) + policy.linkDays * DAY_MS).toISOString();
  const about = { ...(taskId === undefined ? {} : { taskId }), ...(to === undefined ? {} : { to }), from: baseUrl };
  await access.putLink({ hash: sha256(token), purpose, reference, ...about, mailbox, createdAt, expiresAt });
  return { url: linkUrl(baseUrl, purpose, token), expiresOn: plainDate(londonDateOf(expiresAt)) };
}
