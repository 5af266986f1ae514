import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from '../engine/draft-request.ts';
import { type From, withFrom } from '../engine/return-to.ts';
import { ACCEPTED, hintOf } from './hints.ts';
import type { FileSlot } from './slot.ts';
import { labelOf } from './states.ts';
import { ADD_BUTTON, ANOTHER_WAY } from './words.ts';

export interface DirectUpload {
  /** The id for the file. */
  readonly evidenceId: string;
  readonly from: From;
  readonly problem: string;
  readonly status?: 400 | 413;
}

/** The form that posts one file to our own domain. */
export function directUploadPage(
  deps: FormDeps,
  { at, csrf }: DraftRequest,
  slot: FileSlot,
  { evidenceId, from, problem, status }: DirectUpload,
): HttpResponse {
  const here = `${at}/${slot.address}`;
  const data = {
    problems: problem === '' ? [] : [{ path: 'file', message: problem }],
    document: slot.document,
    isTooLarge: status === 413,
    label: labelOf(slot),
    addButton: ADD_BUTTON,
    hint: hintOf(slot, '4MB'),
    accept: ACCEPTED,
    action: withFrom(`${here}/here`, from),
    back: withFrom(here, from),
    cannot: withFrom(`${here}/cannot`, from),
    isList: slot.most > 1,
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
