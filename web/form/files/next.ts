import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from '../engine/draft-request.ts';
import { addressAfter } from '../engine/next-page.ts';
import { notesOf } from '../engine/question/get.ts';
import { type From, withFrom } from '../engine/return-to.ts';
import { countOf, pageAt } from '../engine/steps.ts';
import { eha } from '../pages/before/eha.ts';
import type { FileSlot } from './slot.ts';

/** Where the files of a document lead: on, back to the answers, or to the list while its documents are not enough. */
export function nextOf(
  deps: Pick<FormDeps, 'policy'>,
  draftRequest: DraftRequest,
  { next }: FileSlot,
  from: From,
): string {
  const { draft, at } = draftRequest;
  const page = next === '' ? eha : pageAt(draft.answers, next);
  if (!page) return at;
  if (page.kind === 'questions') return from === 'check' ? `${at}/check` : addressAfter(deps, draftRequest, page);
  const isEnough = notesOf(deps, draftRequest, { page, path: page.path }).length === 0;
  return from === '' && isEnough ? addressAfter(deps, draftRequest, page) : withFrom(`${at}/${page.path}`, from);
}

/** The page of one more document of the list. Empty for a document that stands alone, and for a full list. */
export function anotherOf({ draft, at }: DraftRequest, { next }: FileSlot, from: From): string {
  const page = next === '' ? undefined : pageAt(draft.answers, next);
  if (page?.kind !== 'list') return '';
  const count = countOf(draft.answers, page.root);
  return count < page.most ? withFrom(`${at}/${page.path}/${count + 1}`, from) : '';
}
