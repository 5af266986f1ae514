import { isKept } from '#domain/draft/draft.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from '../engine/draft-request.ts';
import type { Mistake } from '../engine/mistake-words.ts';
import { gonePage } from '../engine/refusals.ts';
import { markOfAll } from '../engine/save.ts';
import { statesOf } from '../files/states.ts';
import { declarationOf, enteredLine } from '../paper/entered.ts';
import { readinessOf } from './readiness.ts';
import { answerSections } from './rows.ts';
import { sendWords } from './words.ts';

/** GET: all answers, to check and send. After sending, redirects to the confirmation. */
export function getCheck(deps: FormDeps) {
  return async (draftRequest: DraftRequest): Promise<HttpResponse> => {
    const { draft, at } = draftRequest;
    if (draft.sent) return seeOther(absoluteUrl(deps.baseUrl, `${at}/sent`));
    if (!isKept(draft, deps.now())) return gonePage(deps);
    return checkPage(deps, draftRequest, []);
  };
}

/** The page of all answers, with these problems. */
export async function checkPage(
  deps: FormDeps,
  draftRequest: DraftRequest,
  problems: readonly Mistake[],
): Promise<HttpResponse> {
  const { draft, at, csrf } = draftRequest;
  const { assessment, obstacles, notes, documents, canSend } = await readinessOf(deps, draftRequest);
  const statesAt = (address: string) =>
    documents.flatMap(({ slot, files }) =>
      slot.address === address ? statesOf(files, deps.malwareScan === 'guardduty') : [],
    );
  const isSending = draft.sendingAt !== undefined;
  const isRedirected = assessment.outcome === 'REDIRECTED_EY_ADVISORY';
  const data = {
    sections: answerSections(draft.answers, at, statesAt),
    emergencyNumbers: deps.config.emergencyNumbers,
    words: sendWords,
    isSending,
    // Answers cannot change during sending, so mistakes found now must not hide the button that finishes it.
    obstacles: isSending ? [] : obstacles,
    entered: enteredLine(draft),
    declaration: declarationOf(draft.entry),
    ...{ problems, notes, canSend, isRedirected, csrf, at, seen: markOfAll(draft.answers) },
  };
  const status = problems.length > 0 ? 422 : 200;
  return page(deps, { status, template: 'form/check/check.njk', title: 'Check your answers', data });
}
