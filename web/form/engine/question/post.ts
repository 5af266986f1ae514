import { isStored } from '#domain/draft/change.ts';
import { hasRoom } from '#domain/draft/files.ts';
import { absoluteUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../../http/message.ts';
import { notFound } from '../../../layout/not-found.ts';
import type { FormDeps } from '../../deps.ts';
import { slotAt } from '../../files/slot.ts';
import { tooManyPage } from '../../files/too-many.ts';
import { eha } from '../../pages/before/eha.ts';
import { closed, type DraftRequest } from '../draft-request.ts';
import { mistakesOn } from '../mistakes.ts';
import { addressAfter } from '../next-page.ts';
import { tooLongPage } from '../refusals.ts';
import { fromIn, withFrom } from '../return-to.ts';
import { type Saved, savePage } from '../save.ts';
import { type Step, stepAt } from '../steps.ts';
import { namesIn, notesOf, questionPage } from './get.ts';
import { addsAnother, isNewEntry, isUntouched, leadsOn, leavesFor } from './leave.ts';
import { alarmIfAtRisk } from './risk.ts';

/**
 * POST: saves one step, right or wrong, so that nothing typed is lost. Shows its mistakes, unless the button leaves the page:
 * then they wait in the list of tasks. A draft without any answer is not stored.
 */
export function postStep(deps: FormDeps) {
  return async (
    draftRequest: DraftRequest,
    fields: FormFields,
    { page = '', entry }: FormFields,
  ): Promise<HttpResponse> => {
    const step = stepAt(draftRequest.draft.answers, page, entry);
    if (!step) return notFound(deps);
    const typed = Object.fromEntries(namesIn(step).map((name) => [name, fields[name] ?? '']));
    const away = leavesFor(fields);
    const left = away === undefined ? undefined : seeOther(absoluteUrl(deps.baseUrl, `${draftRequest.at}${away}`));
    if (left && isUntouched(step, draftRequest.draft.answers, typed)) return left;
    if (isDocumentTooMany(step, draftRequest)) return tooManyPage(deps);
    const given = { ...draftRequest.draft.answers, ...typed };
    const mistakes = mistakesOn(step, given, draftRequest);
    const kept = withFileId(deps, step, draftRequest, typed);
    const isDone = mistakes.length === 0;
    const save = { path: step.path, names: namesIn(step), typed: kept, isDone, seen: fields.seen ?? '' };
    if (!isDone && isNothing(step, draftRequest, typed))
      return questionPage(deps, draftRequest, step, { answers: given, mistakes, from: fields.from ?? '' });
    const saved = await savePage(deps, draftRequest.draft, save);
    if (saved.kind !== 'SAVED') return refused(deps, draftRequest, step, saved, typed, fields.from);
    const now = { ...draftRequest, draft: saved.draft };
    if (!isDone && !left) return questionPage(deps, now, step, { answers: given, mistakes, from: fields.from ?? '' });
    if (await alarmIfAtRisk(deps, now, step))
      return seeOther(absoluteUrl(deps.baseUrl, `${draftRequest.at}/risk/read`));
    return (
      left ??
      seeOther(
        absoluteUrl(deps.baseUrl, nextAddress(deps, now, step, fields, isNewEntry(step, draftRequest.draft.answers))),
      )
    );
  };
}

/** True for a page left blank in a draft that has no answer yet, which is not stored for it. */
function isNothing(step: Step, { draft }: DraftRequest, typed: FormFields): boolean {
  return !isStored(draft) && !isNewEntry(step, draft.answers) && isUntouched(step, draft.answers, typed);
}

/** True for a new document that the draft has no room for. */
function isDocumentTooMany({ page, index }: Step, { draft }: DraftRequest): boolean {
  if (page.kind !== 'list' || !page.hasFiles) return false;
  return !draft.answers[`${page.root}[${index}].evidenceId`] && !hasRoom(draft);
}

/** Gives a document its file id when first saved, so that viewing a page changes nothing. */
function withFileId(deps: FormDeps, { page, index }: Step, { draft }: DraftRequest, typed: FormFields): FormFields {
  const name = page.kind === 'list' ? `${page.root}[${index}].evidenceId` : 'earlyHelpAssessment.evidenceId';
  const isDocument = page.kind === 'list' ? page.hasFiles : page === eha;
  if (!isDocument) return typed;
  return { ...typed, [name]: draft.answers[name] || Buffer.from(deps.random(16)).toString('base64url') };
}

function refused(
  deps: FormDeps,
  draftRequest: DraftRequest,
  step: Step,
  saved: Exclude<Saved, { kind: 'SAVED' }>,
  answers: FormFields,
  from = '',
): HttpResponse {
  if (saved.kind === 'FULL') return tooLongPage(deps, draftRequest.draft.id, answers);
  if (saved.kind === 'CLOSED') return closed(deps, draftRequest);
  const now = { ...draftRequest, draft: saved.draft };
  return questionPage(deps, now, step, { answers, from, elsewhere: saved.draft.answers });
}

function nextAddress(
  deps: FormDeps,
  draftRequest: DraftRequest,
  step: Step,
  fields: FormFields,
  wasNew: boolean,
): string {
  const { at, draft } = draftRequest;
  const { page, index } = step;
  const from = fromIn(fields);
  const slot = slotAt(draft.answers, page.path, index === undefined ? undefined : String(index + 1));
  if (slot) return withFrom(`${at}/${slot.address}`, from);
  if (addsAnother(step, fields)) return withFrom(`${at}/${page.path}/${(index ?? 0) + 2}`, from);
  if (page.kind === 'list' && !(wasNew && leadsOn(page) && from === '')) return withFrom(`${at}/${page.path}`, from);
  if (page.kind !== 'list' && notesOf(deps, draftRequest, step).length > 0)
    return withFrom(`${at}/${step.path}/read`, from);
  return from === 'check' ? `${at}/check` : addressAfter(deps, draftRequest, page);
}
