import { erased } from '#domain/draft/change.ts';
import type { Now } from '#domain/ports/services.ts';
import type { DraftStore } from '#domain/ports/stores.ts';

/** Erases a draft once its last day has passed. Somebody who was faster is looked at again in a minute. */
export function sweepDraft(deps: { readonly drafts: DraftStore; readonly now: Now }): (id: string) => Promise<void> {
  return async (id) => {
    const draft = await deps.drafts.readDraft(id);
    const now = deps.now();
    if (!draft || draft.erasedAt || now < draft.expiresAt) return;
    await deps.drafts.saveDraft(erased(draft, now));
  };
}
