import { cleanLink } from '../access/clean-link.ts';
import { draftLinkGuard } from '../access/draft-link.ts';
import { posted as postedTo, shown as shownTo } from '../access/guard.ts';
import type { FormFields } from '../http/form-body.ts';
import type { HttpResponse } from '../http/message.ts';
import type { Route } from '../http/router.ts';
import { notFound } from '../layout/not-found.ts';
import { getCheck } from './check/page.ts';
import { getCopy, getReceipt } from './check/papers.ts';
import { postSend } from './check/send.ts';
import { getSent } from './check/sent.ts';
import type { FormDeps } from './deps.ts';
import { type DraftRequest, posted, postedEver, shown, shownEver } from './engine/draft-request.ts';
import { listPage } from './engine/list/page.ts';
import { getRemove, postRemove } from './engine/list/removal.ts';
import { EXTRAS } from './engine/next-page.ts';
import { questionPage } from './engine/question/get.ts';
import { postStep } from './engine/question/post.ts';
import { postReach } from './engine/question/reach.ts';
import { getNotes } from './engine/question/read.ts';
import { fromIn } from './engine/return-to.ts';
import { pageAt, stepAt } from './engine/steps.ts';
import { getDirectUpload, postDirectUpload } from './files/direct-upload.ts';
import { getOpenFile } from './files/open.ts';
import { getArrived, getFile } from './files/page.ts';
import { postFile } from './files/post.ts';
import { getUploadBlocked, postUploadBlocked } from './files/upload-blocked.ts';
import { getCode, getInstead, INSTEAD, postCode, postInstead, postInsteadCode } from './link/code.ts';
import { orNewDraftLink } from './link/new-link.ts';
import { getLink, postLink } from './link/page.ts';
import { getMore } from './more/page.ts';
import { paperRoutes } from './paper/door.ts';
import { getSaveForLater, postAgain, postSaveForLater } from './save-for-later/page.ts';
import { getFamily, getStart, postStart } from './start/page.ts';
import { getTasks } from './tasks/page.ts';

const MAILED = `/refer/l/{token}${INSTEAD}`;

/** The hosted form. */
export function formRoutes(deps: FormDeps): Route[] {
  const link = draftLinkGuard(deps);
  const step = shown(deps, getStep(deps));
  const save = posted(deps, postStep(deps));
  return [
    { method: 'GET', pattern: '/refer', handle: getStart(deps) },
    { method: 'POST', pattern: '/refer', handle: postStart(deps) },
    { method: 'GET', pattern: '/refer/family', handle: getFamily(deps) },
    ...paperRoutes(deps),
    { method: 'GET', pattern: '/refer/l/{token}', handle: cleanLink(deps, '/refer/l', shownTo(link, getLink(deps))) },
    { method: 'POST', pattern: '/refer/l/{token}', handle: orNewDraftLink(deps, postedTo(deps, link, postLink(deps))) },
    { method: 'GET', pattern: '/refer/l/{token}/code', handle: shownTo(link, getCode(deps)) },
    {
      method: 'POST',
      pattern: '/refer/l/{token}/code',
      handle: orNewDraftLink(deps, postedTo(deps, link, postCode(deps))),
    },
    { method: 'GET', pattern: MAILED, handle: shownTo(link, getInstead(deps)) },
    { method: 'POST', pattern: MAILED, handle: orNewDraftLink(deps, postedTo(deps, link, postInstead(deps))) },
    { method: 'GET', pattern: `${MAILED}/code`, handle: shownTo(link, getInstead(deps)) },
    {
      method: 'POST',
      pattern: `${MAILED}/code`,
      handle: orNewDraftLink(deps, postedTo(deps, link, postInsteadCode(deps))),
    },
    { method: 'GET', pattern: '/refer/{draft}', handle: shown(deps, getTasks(deps)) },
    { method: 'GET', pattern: '/refer/{draft}/check', handle: shownEver(deps, getCheck(deps)) },
    { method: 'POST', pattern: '/refer/{draft}/send', handle: postedEver(deps, postSend(deps)) },
    { method: 'GET', pattern: '/refer/{draft}/sent', handle: shownEver(deps, getSent(deps)) },
    { method: 'GET', pattern: `/refer/{draft}/${EXTRAS}`, handle: shown(deps, getMore(deps)) },
    { method: 'GET', pattern: '/refer/{draft}/receipt', handle: shownEver(deps, getReceipt(deps)) },
    { method: 'GET', pattern: '/refer/{draft}/copy', handle: shownEver(deps, getCopy(deps)) },
    { method: 'GET', pattern: '/refer/{draft}/keep', handle: shown(deps, getSaveForLater(deps)) },
    { method: 'POST', pattern: '/refer/{draft}/keep', handle: posted(deps, postSaveForLater(deps)) },
    { method: 'POST', pattern: '/refer/{draft}/again', handle: postAgain(deps) },
    { method: 'GET', pattern: '/refer/{draft}/{page}', handle: step },
    { method: 'POST', pattern: '/refer/{draft}/{page}', handle: save },
    { method: 'POST', pattern: '/refer/{draft}/risk/reach', handle: posted(deps, postReach(deps)) },
    { method: 'GET', pattern: '/refer/{draft}/{page}/read', handle: shown(deps, getNotes(deps)) },
    ...fileRoutes(deps, '/refer/{draft}/{page}/file'),
    ...fileRoutes(deps, '/refer/{draft}/{page}/{entry}/file'),
    { method: 'GET', pattern: '/refer/{draft}/{page}/{entry}', handle: step },
    { method: 'POST', pattern: '/refer/{draft}/{page}/{entry}', handle: save },
    { method: 'GET', pattern: '/refer/{draft}/{page}/{entry}/remove', handle: shown(deps, getRemove(deps)) },
    { method: 'POST', pattern: '/refer/{draft}/{page}/{entry}/remove', handle: posted(deps, postRemove(deps)) },
  ];
}

/** The files of one document, which is an entry of a list or stands alone. */
function fileRoutes(deps: FormDeps, pattern: string): Route[] {
  return [
    { method: 'GET', pattern, handle: shown(deps, getFile(deps)) },
    { method: 'POST', pattern, handle: posted(deps, postFile(deps)) },
    { method: 'GET', pattern: `${pattern}/arrived`, handle: shown(deps, getArrived(deps)) },
    { method: 'GET', pattern: `${pattern}/arrived/{from}`, handle: shown(deps, getArrived(deps)) },
    { method: 'GET', pattern: `${pattern}/open/{file}`, handle: shown(deps, getOpenFile(deps)) },
    { method: 'GET', pattern: `${pattern}/here`, handle: shown(deps, getDirectUpload(deps)) },
    { method: 'POST', pattern: `${pattern}/here`, handle: postDirectUpload(deps) },
    { method: 'GET', pattern: `${pattern}/cannot`, handle: shown(deps, getUploadBlocked(deps)) },
    { method: 'POST', pattern: `${pattern}/cannot`, handle: posted(deps, postUploadBlocked(deps)) },
  ];
}

/** GET of a page of questions, of a list, or of one entry of it. */
function getStep(deps: FormDeps) {
  return async (draftRequest: DraftRequest, parameters: FormFields, query: FormFields): Promise<HttpResponse> => {
    const { page = '', entry } = parameters;
    const { answers } = draftRequest.draft;
    const asked = pageAt(answers, page);
    if (asked?.kind === 'list' && entry === undefined) return listPage(deps, draftRequest, asked, fromIn(query));
    const found = stepAt(answers, page, entry);
    if (!found) return notFound(deps);
    return questionPage(deps, draftRequest, found, { answers, from: fromIn(query) });
  };
}
