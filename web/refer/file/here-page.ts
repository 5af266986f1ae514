import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { ReferDeps } from '../deps.ts';
import type { Filling } from '../filling.ts';
import { type From, withFrom } from '../way-back.ts';
import type { FileSlot } from './slot.ts';

export interface Here {
  /** Where the file goes. */
  readonly evidenceId: string;
  readonly from: From;
  readonly problem: string;
  readonly status?: 413;
}

/** The form that posts one file to our own address. */
export function herePage(
  deps: ReferDeps,
  { at, csrf }: Filling,
  slot: FileSlot,
  { evidenceId, from, problem, status }: Here,
): HttpResponse {
  const here = `${at}/${slot.address}`;
  const isPhotograph = slot.most > 1;
  const data = {
    problems: problem === '' ? [] : [{ path: 'file', message: problem }],
    document: slot.document,
    isTooLarge: status === 413,
    hint: isPhotograph
      ? 'PDF, JPEG, PNG or Word (DOCX), at most 4 MB. Photograph one page at a time.'
      : 'PDF or Word (DOCX), at most 4 MB.',
    accept: isPhotograph ? '.pdf,.jpg,.jpeg,.png,.docx' : '.pdf,.docx',
    action: withFrom(`${here}/here`, from),
    back: withFrom(here, from),
    cannot: withFrom(`${here}/cannot`, from),
    isPhotograph,
    ...{ csrf, evidenceId },
  };
  const title = 'Send a file through this page';
  return page(deps, { status: status ?? (problem === '' ? 200 : 422), template: 'refer/here.njk', title, data });
}
