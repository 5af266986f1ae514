import type { ReferralRequest } from '../../access/referrer-guard.ts';
import { isWanted } from '../../access/referrer-link.ts';
import { withTyped } from '../../access/referrer-refused.ts';
import { stateOf } from '../../form/files/states.ts';
import { fileProblems } from '../../form/files/words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page, say } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { fileIdsIn, inspectUploads, uploadForm } from '../files/uploads.ts';
import { answerPageWords } from '../words.ts';
import { askedInWords } from './asked.ts';

/**
 * GET of the question, with the documents that were added so far in its address. The answer is written on the page after
 * it, because an upload goes to another host and would lose what was typed.
 */
export function getAnswer(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest, { files = '' }: Parameters): Promise<HttpResponse> =>
    answerPage(deps, referralRequest, fileIdsIn(files));
}

/** The question with its documents, and with what is wrong with a file that did not become one of them. */
export async function answerPage(
  deps: ReferralDeps,
  referralRequest: ReferralRequest,
  ids: readonly string[],
  refused = '',
): Promise<HttpResponse> {
  const { theCase, grant } = referralRequest;
  if (!isWanted(theCase, 'ANSWER', grant.taskId)) return closedPage(deps, referralRequest, {});
  const path = pathOf(referralRequest);
  const [files, upload] = await Promise.all([inspectUploads(deps, theCase, ids), uploadForm(deps, theCase, path, ids)]);
  const last = files.at(-1);
  const arrived = last && !last.isThere ? fileProblems.lost : (last?.problem ?? '');
  const problem = refused === '' ? arrived : refused;
  const data = {
    asked: askedInWords(theCase.ask),
    files: files.map((file) => ({
      state: stateOf(file, deps.malwareScan === 'guardduty'),
      without: withFiles(path, 'files', without(ids, file.evidenceId)),
    })),
    upload,
    keep: { action: withFiles(`${path}/here`, '', ids), csrf: referralRequest.csrf },
    hasUsable: usableIn(files).length > 0,
    problems: problem === '' ? [] : [{ path: 'file', message: problem }],
    next: withFiles(`${path}/write`, '', usableIn(files)),
    status: `/referral/${theCase.reference}/status`,
    words: answerPageWords,
  };
  const title = `Referral ${theCase.reference}: we have a question`;
  const formOrigins = upload ? [upload.origin] : [];
  const status = problem === '' ? 200 : 422;
  return page(deps, { status, template: 'referral/answer/answer.njk', title, data, formOrigins });
}

const without = (ids: readonly string[], id: string) => ids.filter((one) => one !== id);

export const usableIn = (files: readonly { evidenceId: string; problem: string }[]) =>
  files.flatMap(({ evidenceId, problem }) => (problem === '' ? [evidenceId] : []));

/** An address with files in it; without any it is the bare one. */
export function withFiles(path: string, part: string, ids: readonly string[]): string {
  if (ids.length === 0) return path;
  return [path, ...(part === '' ? [] : [part]), ids.join('.')].join('/');
}

export const pathOf = ({ theCase }: ReferralRequest) => `/referral/${theCase.reference}/answer`;

export function closedPage(deps: ReferralDeps, { theCase }: ReferralRequest, form: FormFields): HttpResponse {
  const closed = say(deps, 409, `We do not need an answer now: referral ${theCase.reference}`, answerPageWords.closed);
  return withTyped(deps, closed, form, [answerPageWords.closed, answerPageWords.stillRead]);
}
