import { callerOf, isOpen } from '#domain/draft/draft.ts';
import { fileOf } from '#domain/referral/document/file-bytes.ts';
import { pressed } from '../../access/guard.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type FileBody, ONE_ONLY, readFileForm } from '../../http/file-body.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { RouteHandle } from '../../http/router.ts';
import { notFound } from '../../layout/not-found.ts';
import { badFormPage } from '../../layout/refusals.ts';
import type { FormDeps } from '../deps.ts';
import { closed, type DraftRequest, draftRequestOf, guardOfDraft } from '../engine/draft-request.ts';
import { type From, fromIn, withFrom } from '../engine/return-to.ts';
import { changeDraft } from '../engine/save.ts';
import { roomBeside, withPagesAfter } from './change.ts';
import { type DirectUpload, directUploadPage } from './direct-upload-page.ts';
import { inspectSlot, type JudgedFile, judge, nextUpload } from './inspect.ts';
import { type FileSlot, slotAt, slotsIn } from './slot.ts';
import { fileProblems, tooManyAtOnce } from './words.ts';

/** GET: the form that posts a file to our own domain, for networks that block the storage. */
export function getDirectUpload(deps: FormDeps) {
  return async (
    draftRequest: DraftRequest,
    { page: path = '', entry }: FormFields,
    query: FormFields,
  ): Promise<HttpResponse> => {
    const slot = slotAt(draftRequest.draft.answers, path, entry);
    if (!slot) return notFound(deps);
    const from = fromIn(query);
    const files = await inspectSlot(deps, draftRequest.draft, slot);
    const evidenceId = nextUpload(files);
    if (evidenceId === undefined) return toFiles(deps, draftRequest, slot, from);
    return directUploadPage(deps, draftRequest, slot, { evidenceId, from, problem: '' });
  };
}

/** POST: takes the file, or the pages of a document. Makes every check that `posted` makes, because this form is read in another way. */
export function postDirectUpload(deps: FormDeps): RouteHandle {
  return pressed(deps, guardOfDraft(deps), async (own, { page: path = '', entry }, request) => {
    const draftRequest = draftRequestOf(deps, own);
    if (!isOpen(draftRequest.draft, deps.now())) return closed(deps, draftRequest);
    const slot = slotAt(draftRequest.draft.answers, path, entry);
    const from = fromIn(request.query);
    const form = await readFileForm(request);
    if ('status' in form) {
      const { status, message: problem } = form;
      return status === 415 || !slot
        ? badFormPage(deps, form)
        : refused(deps, draftRequest, slot, { from, status, problem });
    }
    // With the token alone, because nothing was typed here.
    const { csrf = '' } = form.fields;
    return own.refuseForm({ csrf }) ?? take(deps, draftRequest, { ...form, from }, slot);
  });
}

/** Shows the page again with the reason. */
function refused(
  deps: FormDeps,
  draftRequest: DraftRequest,
  slot: FileSlot,
  shown: Omit<DirectUpload, 'evidenceId'>,
): HttpResponse {
  const evidenceId = waitedFor(slot);
  if (evidenceId === undefined) return toFiles(deps, draftRequest, slot, shown.from);
  return directUploadPage(deps, draftRequest, slot, { ...shown, evidenceId });
}

interface Read extends Exclude<FileBody, { status: number }> {
  readonly from: From;
}

/** Stores the first file under the id in the form, so that it finds its document even after the list changed. */
async function take(
  deps: FormDeps,
  draftRequest: DraftRequest,
  form: Read,
  at: FileSlot | undefined,
): Promise<HttpResponse> {
  const { fields, files, from } = form;
  const { file: evidenceId = '' } = fields;
  const slot = slotsIn(draftRequest.draft.answers).find((one) => waitedFor(one) === evidenceId);
  if (!slot) return at ? toFiles(deps, draftRequest, at, from) : notFound(deps);
  const judged = await Promise.all(files.map((file) => judge({ ...fileOf(file), scan: 'PENDING' })));
  const problem = problemIn(judged, roomBeside(draftRequest.draft, slot) + 1);
  if (problem !== '') return directUploadPage(deps, draftRequest, slot, { evidenceId, from, problem });
  // Named before they are stored, as every file is, so that none is left behind when the draft is deleted.
  const ids = [evidenceId, ...files.slice(1).map(() => Buffer.from(deps.random(16)).toString('base64url'))];
  if (ids.length > 1 && !(await named(deps, draftRequest, evidenceId, ids.slice(1))))
    return toFiles(deps, draftRequest, slot, from);
  const put = ({ contentType }: JudgedFile, place: number) => {
    const [id, file] = [ids[place], files[place]];
    return contentType && id && file && deps.evidence.put(callerOf(draftRequest.draft), id, contentType, file);
  };
  await Promise.all(judged.map(put));
  const arrived = `${draftRequest.at}/${slot.address}/arrived${from === '' ? '' : `/${from}`}`;
  return seeOther(absoluteUrl(deps.baseUrl, `${arrived}?key=${evidenceId}`));
}

/** What is wrong with the first file that cannot be used, and which one it is where there are several. */
function problemIn(judged: readonly JudgedFile[], most: number): string {
  if (judged.length === 0) return fileProblems.none;
  if (judged.length > most) return most === 1 ? ONE_ONLY : tooManyAtOnce(most);
  const place = judged.findIndex(({ problem }) => problem !== '');
  const problem = judged[place]?.problem ?? '';
  return problem === '' || judged.length === 1 ? problem : `File ${place + 1}: ${problem}`;
}

/** Adds pages to the document that waits for this file. Undefined when it waits no longer. */
function named(deps: FormDeps, { draft }: DraftRequest, evidenceId: string, pages: readonly string[]) {
  return changeDraft(deps, draft, (current) => {
    const slot = slotsIn(current.answers).find((one) => waitedFor(one) === evidenceId);
    return slot && withPagesAfter(current, deps.now(), slot, pages);
  });
}

/** The file that a document still waits for: a requested one, or its first. */
function waitedFor({ awaited, evidenceIds }: FileSlot): string | undefined {
  return awaited ?? (evidenceIds.length === 1 ? evidenceIds[0] : undefined);
}

function toFiles(deps: FormDeps, { at }: DraftRequest, { address }: FileSlot, from: From): HttpResponse {
  return seeOther(absoluteUrl(deps.baseUrl, withFrom(`${at}/${address}`, from)));
}
