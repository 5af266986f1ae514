import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from '../engine/draft-request.ts';
import { type From, withFrom } from '../engine/return-to.ts';
import { roomBeside } from './change.ts';
import { ACCEPTED, HEIC_HINT, hintOf } from './hints.ts';
import type { FileSlot } from './slot.ts';
import { labelOf } from './states.ts';
import { ADD_BUTTON, ANOTHER_WAY, TOGETHER } from './words.ts';

export interface DirectUpload {
  /** The id for the file. */
  readonly evidenceId: string;
  readonly from: From;
  readonly problem: string;
  readonly status?: 400 | 413;
}

/** The form that posts one file, or the pages of a document, to our own domain. */
export function directUploadPage(
  deps: FormDeps,
  { at, csrf, draft }: DraftRequest,
  slot: FileSlot,
  { evidenceId, from, problem, status }: DirectUpload,
): HttpResponse {
  const here = `${at}/${slot.address}`;
  const isSeveral = roomBeside(draft, slot) > 0;
  const data = {
    problems: problem === '' ? [] : [{ path: 'file', message: problem }],
    document: slot.document,
    isTooLarge: status === 413,
    label: labelOf(slot),
    addButton: ADD_BUTTON,
    hint: `${hintOf(slot, '4MB')}${isSeveral ? ` ${TOGETHER}` : ''} ${HEIC_HINT}.`,
    chooser: isSeveral ? { accept: ACCEPTED, multiple: '' } : { accept: ACCEPTED },
    action: withFrom(`${here}/here`, from),
    back: withFrom(here, from),
    cannot: withFrom(`${here}/cannot`, from),
    isList: isSeveral,
    ...{ csrf, evidenceId },
  };
  const title = ANOTHER_WAY;
  return page(deps, {
    status: status ?? (problem === '' ? 200 : 422),
    template: 'form/files/direct-upload.njk',
    title,
    data,
  });
}
