import type { ReferDeps } from '../deps.ts';
import type { Filling } from '../filling.ts';
import { type From, withFrom } from '../way-back.ts';
import { nextUpload, type SlotFiles } from './inspect.ts';
import type { FileSlot } from './slot.ts';
import { stateOf } from './words.ts';

const hints = {
  document: 'PDF, JPEG, PNG or Word (DOCX), at most 10 MB. A photograph of a paper form is fine, one page at a time.',
  assessment: 'PDF or Word (DOCX), at most 10 MB. Please add a photograph of it as evidence instead.',
};

/** The files of one document as the template shows them. */
export function fileView(
  deps: Pick<ReferDeps, 'malwareScan'>,
  { at, csrf }: Filling,
  slot: FileSlot,
  { files, from }: { readonly files: SlotFiles; readonly from: From },
) {
  const isScanned = deps.malwareScan === 'guardduty';
  const target = nextUpload(files);
  const here = `${at}/${slot.address}`;
  const next = slot.next === '' ? at : `${at}/${slot.next}`;
  const shown = files.pages.filter(({ evidenceId }) => evidenceId !== target);
  return {
    title: titleOf(slot, files),
    document: slot.document,
    pages: shown.map((file) => ({
      name: `Page ${slot.evidenceIds.indexOf(file.evidenceId) + 1}`,
      id: file.evidenceId,
      isReplaced: file.evidenceId === slot.replaces,
      again: file.isThere ? 'Replace' : 'Add',
      state: stateOf(file, isScanned),
    })),
    label: labelOf(slot),
    hint: slot.most > 1 ? hints.document : hints.assessment,
    accept: slot.most > 1 ? '.pdf,.jpg,.jpeg,.png,.docx' : '.pdf,.docx',
    awaited: slot.awaited ?? '',
    mayAddMore: target === undefined && slot.evidenceIds.length < slot.most,
    first: slot.evidenceIds[0],
    action: here,
    /** Pages that belong to this one. */
    withoutUpload: { here: withFrom(`${here}/here`, from), cannot: withFrom(`${here}/cannot`, from) },
    back: withFrom(`${at}/${slot.back}`, from),
    next: from === 'check' && slot.next === '' ? `${at}/check` : withFrom(next, from),
    isList: slot.most > 1,
    ...{ csrf, from, at },
  };
}

function titleOf({ awaited, replaces, evidenceIds }: FileSlot, files: SlotFiles): string {
  if (replaces !== undefined)
    return evidenceIds.length > 1 ? `Replace page ${place(evidenceIds, replaces)}` : 'Replace the file';
  if (awaited !== undefined) return 'Add another page';
  if (nextUpload(files) !== undefined) return 'Add the file';
  return evidenceIds.length > 1 ? 'The files of this document' : 'The file of this document';
}

function labelOf({ awaited, replaces, evidenceIds }: FileSlot): string {
  if (awaited === undefined) return 'Choose the file';
  return replaces === undefined ? `Choose the file of page ${evidenceIds.length + 1}` : 'Choose the new file';
}

const place = (ids: readonly string[], id: string) => ids.indexOf(id) + 1;
