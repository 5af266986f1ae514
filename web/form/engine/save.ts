import { fits, withPage } from '#domain/draft/change.ts';
import { type Draft, isOpen } from '#domain/draft/draft.ts';
import { Transient } from '#domain/problems/errors.ts';
import { sha256 } from '#domain/values/hash.ts';
import type { FormDeps } from '../deps.ts';
import type { Answers } from './fields.ts';

const ATTEMPTS = 20;

/** Changes a draft by one conditional write, again from what is there when somebody was faster; while it `may` be changed. */
export async function changeDraft(
  { drafts, now }: Pick<FormDeps, 'drafts' | 'now'>,
  draft: Draft,
  change: (current: Draft) => Draft | undefined,
  may: (current: Draft, at: string) => boolean = isOpen,
): Promise<Draft | undefined> {
  let current: Draft | undefined = draft;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (!current || !may(current, now())) return undefined;
    const changed = change(current);
    if (!changed) return undefined;
    if (await drafts.saveDraft(changed)) return changed;
    current = await drafts.readDraft(draft.id);
  }
  throw new Transient('Too many changes of one draft at the same moment.');
}

export interface PageSave {
  readonly path: string;
  /** The names of its questions; `typed` may hold more, which nobody is asked for. */
  readonly names: readonly string[];
  readonly typed: Answers;
  readonly isDone: boolean;
  /** The mark of the answers that the page was shown with. */
  readonly seen: string;
}

export type Saved =
  | { readonly kind: 'SAVED'; readonly draft: Draft }
  | { readonly kind: 'CLOSED' }
  | { readonly kind: 'FULL' }
  /** Another tab has changed this very page since it was opened; nothing was written. */
  | { readonly kind: 'CHANGED'; readonly draft: Draft };

/** Saves one page. What other tabs saved on other pages stays; what they saved on this one is never written over unseen. */
export async function savePage(deps: FormDeps, draft: Draft, page: PageSave): Promise<Saved> {
  let refused: Saved | undefined;
  const saved = await changeDraft(deps, draft, (current) => {
    refused = undefined;
    const there = markOf(current.answers, page.names);
    if (there !== page.seen && there !== markOf(page.typed, page.names)) refused = { kind: 'CHANGED', draft: current };
    const changed = withPage(current, deps.now(), { ...page, names: Object.keys(page.typed) });
    if (!fits(changed)) refused = { kind: 'FULL' };
    return refused ? undefined : changed;
  });
  return refused ?? (saved ? { kind: 'SAVED', draft: saved } : { kind: 'CLOSED' });
}

/** A mark of some answers: the same for the same words. */
export function markOf(answers: Answers, names: readonly string[]): string {
  return sha256(JSON.stringify(names.map((name) => answers[name] ?? ''))).slice(0, 16);
}

/** The same of every answer of a draft, however often a link to it was e-mailed meanwhile. */
export function markOfAll(answers: Answers): string {
  const names = Object.keys(answers).sort();
  return sha256(JSON.stringify(names.map((name) => [name, answers[name]]))).slice(0, 16);
}
