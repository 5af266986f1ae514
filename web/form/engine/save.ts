import { withAlarm } from '#domain/draft/alarm.ts';
import { fits, withPage } from '#domain/draft/change.ts';
import { type Draft, isOpen } from '#domain/draft/draft.ts';
import { Transient } from '#domain/problems/errors.ts';
import { declaresImmediateRisk } from '#domain/referral/emergency-call.ts';
import { sha256 } from '#domain/values/hash.ts';
import { readBody } from '../body/read-body.ts';
import type { FormDeps } from '../deps.ts';
import type { Answers } from './fields.ts';

const ATTEMPTS = 20;

/** Changes a draft by one conditional write. Starts again from the stored draft if another write was first. */
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
  throw new Transient('Too many changes of one draft at the same time.');
}

export interface PageSave {
  readonly path: string;
  /** The names of its inputs. `typed` may hold more, such as file ids. */
  readonly names: readonly string[];
  readonly typed: Answers;
  readonly isDone: boolean;
  /** The mark of the answers when the page was shown. */
  readonly seen: string;
}

export type Saved =
  | { readonly kind: 'SAVED'; readonly draft: Draft }
  | { readonly kind: 'CLOSED' }
  | { readonly kind: 'FULL' }
  /** Another tab saved this page after it was opened here, so nothing was written. */
  | { readonly kind: 'CHANGED'; readonly draft: Draft };

/** Saves one page and keeps what other tabs saved. Never overwrites answers that this tab has not shown. */
export async function savePage(deps: FormDeps, draft: Draft, page: PageSave): Promise<Saved> {
  let refused: Saved | undefined;
  const saved = await changeDraft(deps, draft, (current) => {
    refused = undefined;
    const there = markOf(current.answers, page.names);
    if (there !== page.seen && there !== markOf(page.typed, page.names)) refused = { kind: 'CHANGED', draft: current };
    const paged = withPage(current, deps.now(), { ...page, names: Object.keys(page.typed) });
    const changed = withAlarm(paged, page.path, declaresImmediateRisk(readBody(paged.answers).body));
    if (!fits(changed)) refused = { kind: 'FULL' };
    return refused ? undefined : changed;
  });
  return refused ?? (saved ? { kind: 'SAVED', draft: saved } : { kind: 'CLOSED' });
}

/** A mark of some answers. Equal answers have equal marks. */
export function markOf(answers: Answers, names: readonly string[]): string {
  return sha256(JSON.stringify(names.map((name) => answers[name] ?? ''))).slice(0, 16);
}

/** A mark of every answer of a draft. Emailing a link does not change it. */
export function markOfAll(answers: Answers): string {
  const names = Object.keys(answers).sort();
  return sha256(JSON.stringify(names.map((name) => [name, answers[name]]))).slice(0, 16);
}
