import { asReminded, erased, owesReminder } from '#domain/draft/change.ts';
import type { Draft } from '#domain/draft/draft.ts';
import { NotSent } from '#domain/errors.ts';
import type { Now } from '#domain/ports/services.ts';
import type { DraftStore } from '#domain/ports/stores.ts';
import type { MailDraftLink } from './mail-draft-link.ts';

export interface SweepDraftDeps {
  readonly drafts: DraftStore;
  readonly mailDraftLink: MailDraftLink;
  readonly now: Now;
}

/** Reminds whoever asked for a link that a draft ends, and erases it once its last day has passed. */
export function sweepDraft(deps: SweepDraftDeps): (id: string) => Promise<void> {
  return async (id) => {
    const draft = await deps.drafts.readDraft(id);
    const now = deps.now();
    if (!draft || draft.erasedAt) return;
    if (now >= draft.expiresAt) await deps.drafts.saveDraft(erased(draft, now));
    else if (now >= draft.remindAt && owesReminder(draft)) await remind(deps, draft, now);
  };
}

/** Taken before it is sent, so that two sweepers send one; given back only when it has certainly not gone. */
async function remind(deps: SweepDraftDeps, draft: Draft & { mailbox: string }, now: string): Promise<void> {
  const taken = asReminded(draft, now, now);
  if (!(await deps.drafts.saveDraft(taken))) return;
  try {
    await deps.mailDraftLink(taken, draft.mailbox, true);
  } catch (error) {
    if (!(error instanceof NotSent)) throw error;
    await deps.drafts.saveDraft(asReminded(taken, now, undefined));
    throw error;
  }
}
