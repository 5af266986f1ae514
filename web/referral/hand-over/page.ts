import { mayAskColleague } from '#domain/case/hand-over.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { notFound } from '../../layout/not-found.ts';
import { page, say } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { pendingHandOver } from '../status/hand-over-view.ts';
import { posted, type Visit, visited } from '../visit.ts';

type Fields = Readonly<Record<string, string>>;
type Problems = readonly { readonly path: string; readonly message: string }[];

const at = (reference: string) => `/referral/${reference}/status`;

/** GET: who is to take the referral over. */
export function getHandOver(deps: ReferralDeps) {
  return visited(deps, 'STATUS', async (visit) => {
    const may = mayAskColleague(visit.theCase);
    return may === 'YES' ? handOverPage(deps, visit, {}, []) : refused(deps, visit, may);
  });
}

/** POST: the colleague is asked by e-mail, and nothing else changes. */
export function postHandOver(deps: ReferralDeps) {
  return posted(deps, 'STATUS', async (visit, fields) => {
    const { reference } = visit.theCase;
    const { name = '', role = '', email = '' } = fields;
    const result = await deps.handOverReferral({ reference, by: visit.session.mailbox, name, role, email });
    if (result.kind === 'INVALID') return handOverPage(deps, visit, fields, result.problems);
    if (result.kind === 'NOT_YOURS') return notFound(deps);
    if (result.kind !== 'ASKED') return refused(deps, visit, result.kind);
    return seeOther(absoluteUrl(deps.baseUrl, at(reference)));
  });
}

function refused(deps: ReferralDeps, { theCase }: Visit, why: 'CLOSED' | 'TOO_MANY'): HttpResponse {
  const title = `Nobody was asked: referral ${theCase.reference}`;
  return why === 'CLOSED'
    ? say(
        deps,
        409,
        title,
        'This referral has ended here, so there is nothing to hand over.',
        'Ask us if that is wrong.',
      )
    : say(
        deps,
        429,
        title,
        'Too many colleagues were asked to take this referral over.',
        'Call us, and we sort it out.',
      );
}

function handOverPage(deps: ReferralDeps, visit: Visit, form: Fields, problems: Problems): HttpResponse {
  const { theCase, csrf } = visit;
  const pending = pendingHandOver(theCase, deps.now());
  const { name = '', role = '', email = '' } = form;
  const data = {
    at: at(theCase.reference),
    csrf,
    form: { name, role, email },
    problems,
    pending,
    days: deps.policy.linkDays,
  };
  return page(deps, {
    status: problems.length > 0 ? 422 : 200,
    template: 'referral/hand-over/hand-over.njk',
    title: `Hand over referral ${theCase.reference}`,
    data,
  });
}
