import { callerOf, type Draft } from '#domain/draft/draft.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { notFound } from '../../layout/not-found.ts';
import { page } from '../../layout/page.ts';
import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from '../engine/draft-request.ts';
import { type From, fromIn, withFrom } from '../engine/return-to.ts';
import { changeDraft } from '../engine/save.ts';
import { pageAt } from '../engine/steps.ts';
import { withFileChange } from './change.ts';
import { inspectSlot, nextUpload, type SlotFiles } from './inspect.ts';
import { nextOf } from './next.ts';
import { type FileSlot, slotAt, slotsIn } from './slot.ts';
import { uploadForm } from './upload-form.ts';
import { fileView } from './view.ts';
import { fileProblems } from './words.ts';

/** GET: the files of one document, and the form for the next file if one is expected. */
export function getFile(deps: FormDeps) {
  return async (
    draftRequest: DraftRequest,
    { page: path = '', entry }: FormFields,
    query: FormFields,
  ): Promise<HttpResponse> => {
    const slot = slotAt(draftRequest.draft.answers, path, entry);
    return slot ? showFiles(deps, draftRequest, slot, { from: fromIn(query), hasCome: false }) : notFound(deps);
  };
}

/** GET after an upload. The storage names the file, so that it finds its document even after the list changed. */
export function getArrived(deps: FormDeps) {
  return async (draftRequest: DraftRequest, { page: path = '', entry, from = '' }: FormFields, query: FormFields) => {
    const { answers } = draftRequest.draft;
    const evidenceId = query.key?.split('/').at(-1) ?? '';
    const holds = ({ evidenceIds, awaited }: FileSlot) => evidenceIds.includes(evidenceId) || awaited === evidenceId;
    const slot = slotsIn(answers).find(holds) ?? slotAt(answers, path, entry);
    if (slot) return showFiles(deps, draftRequest, slot, { from: fromIn({ from }), hasCome: true });
    // The document was removed during the upload, so the list helps more than a page not found.
    const page = pageAt(answers, path);
    return page
      ? seeOther(absoluteUrl(deps.baseUrl, withFrom(`${draftRequest.at}/${page.path}`, fromIn({ from }))))
      : notFound(deps);
  };
}

interface Coming {
  readonly from: From;
  readonly hasCome: boolean;
}

/** Puts a usable new file in its place. Until then the document keeps the file before it. */
async function showFiles(deps: FormDeps, draftRequest: DraftRequest, slot: FileSlot, { from, hasCome }: Coming) {
  const { draft, at } = draftRequest;
  const files = await inspectSlot(deps, draft, slot);
  const own = withFrom(`${at}/${slot.address}`, from);
  const here = hasCome && isWhole(slot) ? nextOf(deps, draftRequest, slot, from) : own;
  if (files.awaited?.problem === '') {
    await settle(deps, draft, files.awaited.evidenceId);
    return seeOther(absoluteUrl(deps.baseUrl, here));
  }
  const target = nextUpload(files);
  if (hasCome && target === undefined) return seeOther(absoluteUrl(deps.baseUrl, here));
  return filesPage(deps, draftRequest, slot, { files, target, from, hasCome });
}

/** The assessment is one file most often, so that its upload leads on. Several pages of it are shown, as those of a document. */
function isWhole({ isAlone, evidenceIds, awaited, replaces }: FileSlot): boolean {
  const isPage = awaited !== undefined && replaces === undefined;
  return isAlone && evidenceIds.length === 1 && !isPage;
}

async function settle(deps: FormDeps, draft: Draft, evidenceId: string): Promise<void> {
  await changeDraft(deps, draft, (current) => {
    const slot = slotsIn(current.answers).find(({ awaited }) => awaited === evidenceId);
    return slot && withFileChange(current, deps.now(), slot, { kind: 'settle', evidenceId, fresh: '' });
  });
}

interface FilesView extends Coming {
  readonly files: SlotFiles;
  readonly target: string | undefined;
}

async function filesPage(
  deps: FormDeps,
  draftRequest: DraftRequest,
  slot: FileSlot,
  shown: FilesView,
): Promise<HttpResponse> {
  const { at, draft } = draftRequest;
  const { files, target, from, hasCome } = shown;
  const back = `${at}/${slot.address}/arrived${from === '' ? '' : `/${from}`}`;
  const upload = target === undefined ? undefined : await uploadForm(deps, callerOf(draft), target, back);
  const added = [files.awaited, ...files.pages].find((file) => file?.evidenceId === target);
  const isWrong = added !== undefined && (hasCome || added.isThere);
  const message = added?.isThere ? added.problem : fileProblems.lost;
  const problems = isWrong ? [{ path: 'file', message }] : [];
  const { title, ...view } = fileView(deps, draftRequest, slot, { files, from });
  const data = {
    ...view,
    problems,
    upload: upload ? { url: upload.url, fields: Object.entries(upload.fields) } : false,
  };
  const formOrigins = upload ? [new URL(upload.url).origin] : [];
  return page(deps, { template: 'form/files/file.njk', title, data, formOrigins, status: isWrong ? 422 : 200 });
}
