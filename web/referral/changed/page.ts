import type { Case } from '#domain/case/case.ts';
import { isOpen } from '#domain/case/codes.ts';
import { hasDied } from '#domain/case/death.ts';
import { askDueOn } from '#domain/case/family-ask.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { ReferralRequest } from '../../access/referrer-guard.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { page, say } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { changedFaultWords, changedWords as words } from './words.ts';

interface Typed {
  readonly words: string;
  readonly id: string;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/** GET: the emergency line, and what has changed. It asks no one anything. */
export function getChanged(deps: ReferralDeps) {
  return async (request: ReferralRequest): Promise<HttpResponse> =>
    changedPage(deps, request, { words: '', id: newId(deps), problems: [] });
}

/** POST: a service manager is asked to look at the band and to answer, once; or what is missing, with everything typed kept. */
export function postChanged(deps: ReferralDeps) {
  return async (request: ReferralRequest, fields: FormFields): Promise<HttpResponse> => {
    const { reference } = request.theCase;
    const { words: typed = '' } = fields;
    const id = /^\w{16,40}$/.test(fields.id ?? '') ? (fields.id ?? '') : newId(deps);
    const asked = { reference, id, by: request.actor, what: 'CHANGED', from: 'REFERRER', words: typed };
    const result = await deps.askTeam(asked);
    if (result.kind === 'ASKED') return seeOther(absoluteUrl(deps.baseUrl, `/referral/${reference}/status`));
    if (result.kind === 'INVALID') {
      const problems = inCommandWords(changedFaultWords, result.problems);
      return changedPage(deps, request, { words: typed, id, problems });
    }
    return say(deps, 409, words.closed, words.closedSays, typed);
  };
}

const newId = ({ random }: ReferralDeps) => Buffer.from(random(16)).toString('hex');

function changedPage(deps: ReferralDeps, { theCase, csrf }: ReferralRequest, typed: Typed): HttpResponse {
  const data = { at: `/referral/${theCase.reference}/status`, csrf, typed: typed.words, id: typed.id, words };
  return page(deps, {
    status: typed.problems.length > 0 ? 422 : 200,
    template: 'referral/changed/changed.njk',
    title: words.title,
    data: { ...data, problems: typed.problems },
  });
}

/** Whether a referrer can say so here: while people work on the referral. */
export function mayTellOfChange(theCase: Case): boolean {
  return isOpen(theCase.status) && !hasDied(theCase);
}

/** What professionals told through their page, a sentence each. The answer itself was given to who told us. */
export function changesInWords({ familyAsks = [] }: Pick<Case, 'familyAsks'>, policy: Policy): readonly string[] {
  const own = familyAsks.filter(({ from, what }) => from === 'REFERRER' && what === 'CHANGED');
  return own.map(({ what, at, answer }) => {
    const on = plainDate(londonDateOf(at));
    if (answer) return words.answered(on, plainDate(answer.on));
    return words.waits(on, plainDate(askDueOn({ what }, londonDateOf(at), policy)));
  });
}
