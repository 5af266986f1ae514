import { whyNotReopened } from '#domain/case/reopen-support.ts';
import { gateFaultWords, gateIn, gateView } from '../../components/closing-gate.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { keepOn } from '../../keep/keep.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { GROUPS_AT } from '../groups/address.ts';
import { placeAt } from '../place/address.ts';
import { recordAt } from '../records/address.ts';
import { VISITS_AT, visitsAt } from '../visits/address.ts';
import { isManager, type VisitSeen } from '../visits/guard.ts';
import { closingAt, reopenAt } from './address.ts';
import { beforeClosing, closedView, otherWays, reasonChoices } from './view.ts';
import { closingFaultWords, notReopenedWords, reopenFaultWords, closingWords as words } from './words.ts';

interface Shown {
  readonly status: number;
  readonly form: FormFields;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  readonly notice: string;
  /** Which form was saved just now. */
  readonly saved?: string;
}

/** GET: the form that closes a support; how it was closed once it is. Showing it is a reading. */
export function getClosing(deps: StaffDeps) {
  return (access: VisitSeen, _: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const done = query.done === 'yes' ? { notice: words.done, saved: 'closing' } : { notice: '' };
    return closingPage(deps, access, { status: 200, form: {}, problems: [], ...done });
  };
}

/** POST: closed once, or the form again with what is missing and everything typed. A second press finds it closed. */
export function postClosing(deps: StaffDeps) {
  return async (access: VisitSeen, form: FormFields): Promise<HttpResponse> => {
    const { reference } = access.support;
    const { why = '', report = '' } = form;
    const result = await deps.closeSupport(reference, { why, report, gate: gateIn(form) }, access.actor);
    if (result.kind === 'INVALID') {
      const problems = inCommandWords({ ...closingFaultWords, ...gateFaultWords }, result.problems);
      return closingPage(deps, access, { status: 422, form, problems, notice: '' });
    }
    if (result.kind === 'DONE') return seeOther(absoluteUrl(deps.baseUrl, `${closingAt(reference)}?done=yes`));
    const notice = result.kind === 'CHANGED' ? words.changed : '';
    return closingPage(deps, { ...access, support: result.support }, { status: 409, form, problems: [], notice });
  };
}

/** POST: a support that was closed by mistake goes on, or the page with what is missing or stands in the way, and everything typed. */
export function postReopen(deps: StaffDeps) {
  return async (access: VisitSeen, form: FormFields): Promise<HttpResponse> => {
    const { reference } = access.support;
    const { reason = '', told = '' } = form;
    const result = await deps.reopenSupport(reference, { reason, told }, access.actor);
    const support = (await deps.supports.readSupport(reference)) ?? access.support;
    if (result.kind === 'DONE') return seeOther(absoluteUrl(deps.baseUrl, goesOnAt(support)));
    const refused = result.kind === 'REFUSED' ? notReopenedWords[result.why] : '';
    const problems = result.kind === 'INVALID' ? inCommandWords(reopenFaultWords, result.problems) : [];
    const status = result.kind === 'INVALID' ? 422 : 409;
    return closingPage(deps, { ...access, support }, { status, form, problems, notice: refused });
  };
}

/** Where a support that goes on is carried on: the visits, or the groups. */
function goesOnAt({ reference, block }: VisitSeen['support']): string {
  return block ? `${visitsAt(reference)}?saved=1&form=reopen` : `${GROUPS_AT}?reopened=${reference}`;
}

async function closingPage(deps: StaffDeps, access: VisitSeen, shown: Shown): Promise<HttpResponse> {
  const { theCase, support, person, actor: by } = access;
  const { reference } = theCase;
  await deps.access.recordReading({ reference, at: deps.now(), by, what: 'RECORD' });
  const closed = closedView(support);
  const { status, saved } = shown;
  const keep = keepOn({ person: person.id, reference, forms: ['closing', 'reopen'], saved, isTyped: status !== 200 });
  return areaPage(deps, access, {
    ...{ here: VISITS_AT, status, template: 'staff/closing/closing.njk', script: keep.script },
    title: closed ? words.titleClosed(reference) : words.title(reference),
    data: {
      ...{
        ...shown,
        words,
        keep,
        closed,
        at: closingAt(reference),
        isDone: status === 200,
        rows: beforeClosing(support, deps.policy),
      },
      ...{
        mayClose: support.status === 'STARTED',
        whyNot: whyNot(support, isManager(person)),
        others: otherWays(theCase),
        reopenAt: isManager(person) && whyNotReopened(theCase, deps.now()) !== 'NOT_CLOSED' ? reopenAt(reference) : '',
      },
      ...{ reasons: reasonChoices, ...gateView(words.gateLead) },
      visitsLink: support.block ? visitsAt(reference) : '',
      ...{ placeLink: support.list && isManager(person) ? placeAt(reference) : '' },
      recordLink: isManager(person) ? recordAt(reference) : '',
    },
  });
}

/** Only a service manager can take a child off a list. */
function whyNot({ status, list }: VisitSeen['support'], mayTakeOff: boolean): string {
  if (status === 'ENDED') return words.endedWithCase;
  if (!list) return words.notStarted;
  return mayTakeOff ? words.notStartedListed : words.askManager;
}
