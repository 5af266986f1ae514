import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from '../engine/draft-request.ts';
import { type From, withFrom } from '../engine/return-to.ts';
import { roomBeside } from './change.ts';
import { ACCEPTED, HEIC_HINT, hintOf } from './hints.ts';
import { nextUpload, type SlotFiles } from './inspect.ts';
import { anotherOf, nextOf } from './next.ts';
import type { FileSlot } from './slot.ts';
import { fullIn, labelOf, place, stateOf } from './states.ts';
import { ADD_BUTTON, KEEP_BUTTON, KEPT_MEANWHILE, SEVERAL_AT_ONCE, SO_FAR, titles } from './words.ts';

/** The files of one document for the template. */
export function fileView(
  deps: Pick<FormDeps, 'malwareScan' | 'policy'>,
  draftRequest: DraftRequest,
  slot: FileSlot,
  { files, from }: { readonly files: SlotFiles; readonly from: From },
) {
  const { draft, at, csrf } = draftRequest;
  const isScanned = deps.malwareScan === 'guardduty';
  const target = nextUpload(files);
  const mayAddMore = target === undefined && slot.evidenceIds.length < slot.most;
  const full = fullIn(draft);
  const here = `${at}/${slot.address}`;
  const shown = files.pages.filter(({ evidenceId }) => evidenceId !== target);
  return {
    title: titleOf(slot, files),
    document: slot.document,
    pages: shown.map((file) => ({
      name: slot.evidenceIds.length > 1 ? `Page ${place(slot.evidenceIds, file.evidenceId)}` : 'File',
      title:
        slot.evidenceIds.length > 1
          ? `${slot.document}, page ${place(slot.evidenceIds, file.evidenceId)}`
          : slot.document,
      open: file.problem === '' ? `${here}/open/${file.evidenceId}` : '',
      id: file.evidenceId,
      isReplaced: file.evidenceId === slot.replaces,
      again: file.isThere ? 'Replace' : 'Add',
      state: stateOf(file, isScanned),
    })),
    label: labelOf(slot),
    hint: hintOf(slot, '10MB'),
    accept: ACCEPTED,
    heic: HEIC_HINT,
    addButton: ADD_BUTTON,
    moreButton: titles.more,
    cancelButton: slot.replaces === undefined ? 'Do not add another page' : KEEP_BUTTON,
    soFar: SO_FAR,
    keptMeanwhile: KEPT_MEANWHILE,
    awaited: slot.awaited ?? '',
    mayAddMore: mayAddMore && full === '',
    full: mayAddMore ? full : '',
    first: slot.evidenceIds[0],
    action: here,
    /** Addresses of the other ways to add the file. */
    withoutUpload: { here: withFrom(`${here}/here`, from), cannot: withFrom(`${here}/cannot`, from) },
    back: withFrom(`${at}/${slot.back}`, from),
    next: nextOf(deps, draftRequest, slot, from),
    another: full === '' ? anotherOf(draftRequest, slot, from) : '',
    isList: !slot.isAlone,
    several: roomBeside(draft, slot) > 0 ? SEVERAL_AT_ONCE : '',
    ...{ csrf, from, at },
  };
}

function titleOf({ awaited, replaces, evidenceIds }: FileSlot, files: SlotFiles): string {
  if (replaces !== undefined)
    return evidenceIds.length > 1 ? titles.replacePage(place(evidenceIds, replaces)) : titles.replace;
  if (awaited !== undefined) return titles.more;
  if (nextUpload(files) !== undefined) return titles.add;
  return evidenceIds.length > 1 ? titles.several : titles.one;
}
