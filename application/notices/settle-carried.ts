import { carriedIn } from '#domain/notices/digest.ts';
import { claim, settle } from '#domain/notices/ledger.ts';
import type { Notice } from '#domain/notices/notice.ts';
import type { DeliverDeps } from './deliver.ts';
import { noteForPeople } from './history.ts';

/**
 * Settles what a digest told: it went with that email, or it went not at all, and then the history of its case says so. Does
 * nothing for a digest that is still being sent.
 */
export async function settleCarried(deps: DeliverDeps, digest: Notice): Promise<void> {
  if (digest.state === 'CLAIMED') return;
  const isSent = digest.messageId !== undefined;
  for (const name of digest.carries ?? []) {
    const carried = carriedIn(name);
    const entry = carried && (await deps.notices.readNotice(carried.reference, carried.id));
    const mine = entry && claim(entry, deps.now());
    if (!entry || !mine) continue;
    const detail = isSent ? { messageId: digest.messageId ?? '' } : { why: digest.why ?? 'DIGEST_FAILED' };
    const done = settle(mine, isSent ? 'SENT' : 'FAILED', deps.now(), detail);
    // The history first: what is settled is not met again, so a crash in between would leave it unsaid.
    if (!isSent) await noteIn(deps, done);
    await deps.notices.saveNotice(done, entry.attempts);
  }
}

async function noteIn(deps: DeliverDeps, { reference, id, why, to }: Notice): Promise<void> {
  const theCase = await deps.cases.readCase(reference);
  if (theCase) await noteForPeople(deps, theCase, { owed: { id, kind: 'TEAM_DIGEST', to }, state: 'FAILED', why });
}
