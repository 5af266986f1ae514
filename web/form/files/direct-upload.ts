import { callerOf, isOpen } from '#domain/draft/draft.ts';
import { fileOf } from '#domain/referral/document/file-bytes.ts';
import { recognise } from '#domain/referral/document/recognise.ts';
import { pressed } from '../../access/guard.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type FileBody, readFileForm } from '../../http/file-body.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { RouteHandle } from '../../http/router.ts';
import { notFound } from '../../layout/not-found.ts';
import { badFormPage } from '../../layout/refusals.ts';
import type { FormDeps } from '../deps.ts';
import { closed, type DraftRequest, draftRequestOf, guardOfDraft } from '../engine/draft-request.ts';
import { type From, fromIn, withFrom } from '../engine/return-to.ts';
import { type DirectUpload, directUploadPage } from './direct-upload-page.ts';
import { inspectSlot, nextUpload, problemOf } from './inspect.ts';
import { type FileSlot, slotAt, slotsIn } from './slot.ts';
import { fileProblems } from './words.ts';

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

/** POST: takes the file. Makes every check that `posted` makes, because this form is read in another way. */
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

/** Stores the file under the id in the form, so that it finds its document even after the list changed. */
async function take(
  deps: FormDeps,
  draftRequest: DraftRequest,
  form: Read,
  at: FileSlot | undefined,
): Promise<HttpResponse> {
  const { fields, file, from } = form;
  const { file: evidenceId = '' } = fields;
  const slot = slotsIn(draftRequest.draft.answers).find((one) => waitedFor(one) === evidenceId);
  if (!slot) return at ? toFiles(deps, draftRequest, at, from) : notFound(deps);
  if (file === undefined)
    return directUploadPage(deps, draftRequest, slot, { evidenceId, from, problem: fileProblems.none });
  const problem = await problemOf({ ...fileOf(file), scan: 'PENDING' });
  const found = await recognise(fileOf(file));
  if (problem !== '' || found.kind !== 'DOCUMENT')
    return directUploadPage(deps, draftRequest, slot, { evidenceId, from, problem });
  await deps.evidence.put(callerOf(draftRequest.draft), evidenceId, found.contentType, file);
  const arrived = `${draftRequest.at}/${slot.address}/arrived${from === '' ? '' : `/${from}`}`;
  return seeOther(absoluteUrl(deps.baseUrl, `${arrived}?key=${evidenceId}`));
}

/** The file that a document still waits for: a requested one, or its first. */
function waitedFor({ awaited, evidenceIds }: FileSlot): string | undefined {
  return awaited ?? (evidenceIds.length === 1 ? evidenceIds[0] : undefined);
}

function toFiles(deps: FormDeps, { at }: DraftRequest, { address }: FileSlot, from: From): HttpResponse {
  return seeOther(absoluteUrl(deps.baseUrl, withFrom(`${at}/${address}`, from)));
}
