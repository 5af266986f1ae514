import type { ReferralRequest } from '../../access/referrer-guard.ts';
import { isWanted } from '../../access/referrer-link.ts';
import { ACCEPTED, HEIC_HINT } from '../../form/files/hints.ts';
import { TOGETHER } from '../../form/files/words.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { type FileToken, tokensIn, withFiles } from '../files/tokens.ts';
import { severalWords } from '../files/words.ts';
import { closedPage, pathOf } from './page.ts';

/** GET: the form that posts the pages of one document, or a file where the storage is blocked, to our own address. */
export function getSeveral(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest, { files = '' }: Parameters): Promise<HttpResponse> =>
    severalPage(deps, referralRequest, tokensIn(files));
}

/** The same with what is wrong with the files that were chosen. */
export async function severalPage(
  deps: ReferralDeps,
  referralRequest: ReferralRequest,
  tokens: readonly FileToken[],
  problem = '',
): Promise<HttpResponse> {
  const { theCase, grant, csrf } = referralRequest;
  if (!isWanted(theCase, 'ANSWER', grant.taskId)) return closedPage(deps, referralRequest, {});
  const path = pathOf(referralRequest);
  const data = {
    action: withFiles(`${path}/several`, '', tokens),
    back: withFiles(path, 'files', tokens),
    problems: problem === '' ? [] : [{ path: 'file', message: problem }],
    hint: `${severalWords.types} ${TOGETHER} ${HEIC_HINT}.`,
    chooser: { accept: ACCEPTED, multiple: '' },
    words: severalWords,
    csrf,
  };
  const status = problem === '' ? 200 : 422;
  return page(deps, { status, template: 'referral/answer/several.njk', title: severalWords.title, data });
}
