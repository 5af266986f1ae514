import type { ReferralRequest } from '../../access/referrer-guard.ts';
import { isWanted } from '../../access/referrer-link.ts';
import { withTyped } from '../../access/referrer-refused.ts';
import { fileProblems } from '../../form/files/words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page, sayAndLead } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { type FileToken, tokensIn, withFiles } from '../files/tokens.ts';
import { inspectUploads, uploadForm } from '../files/uploads.ts';
import { severalWords } from '../files/words.ts';
import { statusOf } from '../status/address.ts';
import { answerPageWords } from '../words.ts';
import { askedNow } from './asked.ts';
import { fileRows, usableIn } from './rows.ts';

/**
 * GET of the question, with the documents that were added so far in its address. The answer is written on the page after
 * it, because an upload goes to another host and would lose what was typed.
 */
export function getAnswer(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest, { files = '' }: Parameters): Promise<HttpResponse> =>
    answerPage(deps, referralRequest, tokensIn(files));
}

/** The question with its documents, and with what is wrong with a file that did not become one of them. */
export async function answerPage(
  deps: ReferralDeps,
  referralRequest: ReferralRequest,
  tokens: readonly FileToken[],
  refused = '',
): Promise<HttpResponse> {
  const { theCase, grant, csrf } = referralRequest;
  if (!isWanted(theCase, 'ANSWER', grant.taskId)) return closedPage(deps, referralRequest, {});
  const path = pathOf(referralRequest);
  const [files, upload] = await Promise.all([
    inspectUploads(deps, theCase, tokens),
    uploadForm(deps, theCase, { path, csrf, tokens }),
  ]);
  const last = files.at(-1);
  const arrived = last && !last.isThere ? fileProblems.lost : (last?.problem ?? '');
  const problem = refused === '' ? arrived : refused;
  const usable = usableIn(tokens, files);
  const data = {
    asked: askedNow(theCase, deps.policy),
    files: fileRows(deps, { path, csrf, tokens }, files),
    upload,
    keep: { action: withFiles(`${path}/here`, '', tokens), csrf },
    hasUsable: usable.length > 0,
    problems: problem === '' ? [] : [{ path: 'file', message: problem }],
    next: withFiles(`${path}/write`, '', usable),
    several: withFiles(`${path}/several`, '', usable),
    severalOffer: severalWords.offer,
    status: `/referral/${theCase.reference}/status`,
    words: answerPageWords,
  };
  const title = `Referral ${theCase.reference}: we have a question`;
  const formOrigins = upload ? [upload.origin] : [];
  const status = problem === '' ? 200 : 422;
  return page(deps, { status, template: 'referral/answer/answer.njk', title, data, formOrigins });
}

export const pathOf = ({ theCase }: ReferralRequest) => `/referral/${theCase.reference}/answer`;

export function closedPage(deps: ReferralDeps, { theCase }: ReferralRequest, form: FormFields): HttpResponse {
  const { reference } = theCase;
  const title = `We do not need an answer now: referral ${reference}`;
  const closed = sayAndLead(deps, { status: 409, title, onward: statusOf(reference) }, answerPageWords.closed);
  return withTyped(deps, closed, form, [answerPageWords.closed, answerPageWords.stillRead]);
}
