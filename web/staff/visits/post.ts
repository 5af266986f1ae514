import type { VisitResult } from '#application/support/change-visits.ts';
import { peopleWith } from '#domain/people/team.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { dateIn } from '../../components/typed-date.ts';
import { readTime } from '../../components/typed-time.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import { extensionFaultWords, extensionRefusalWords } from '../todo/extension-words.ts';
import { visitsAt } from './address.ts';
import { visitForms, visitsPage } from './child.ts';
import { isManager, type VisitSeen } from './guard.ts';
import { visitFaultWords, visitRefusalWords } from './words.ts';

/** POST of one of the forms: saved, or the page with what is wrong and everything typed. A second press changes nothing. */
export function postVisits(deps: StaffDeps) {
  return async (access: VisitSeen, form: FormFields): Promise<HttpResponse> => {
    const { reference } = access.support;
    if (form.change === 'EXTEND') return extend(deps, access, form);
    const result = await entered(deps, access, form);
    if (!('problems' in result) && !('refused' in result)) return saved(deps, reference, form);
    if ('problems' in result) {
      const problems = inCommandWords(visitFaultWords, result.problems).map(({ path, message }) => ({
        ...{ path: path === 'on' ? 'on-day' : path, message },
      }));
      return visitsPage(deps, access, { form, problems, notice: '', status: 422 });
    }
    return refusedPage(deps, { ...access, support: result.support }, form, visitRefusalWords[result.refused]);
  };
}

/** What one of the forms asks for. Who visits is named by a manager alone. */
function entered(deps: StaffDeps, { support, actor, person, team }: VisitSeen, form: FormFields): Promise<VisitResult> {
  const { reference } = support;
  const { change, visit = '', came = '', note = '', at = '', where = '', before = '' } = form;
  const { agreedWith = '', strengths = '', needs = '', seen = '' } = form;
  if (change === 'NAME' && isManager(person)) {
    const [who = '', slot = ''] = (form.person ?? '').split(' ');
    const isOne = peopleWith(team, 'PRACTITIONER').some(({ id }) => id === who);
    return deps.namePractitioner(reference, { person: isOne ? who : '', slot, before, told: form.told ?? '' }, actor);
  }
  if (change === 'PLAN')
    return deps.planVisit(reference, { on: dateIn(form, 'on'), at: readTime(at) ?? at, where }, actor);
  if (change === 'NOTE') return deps.noteBeginning(reference, { agreedWith, strengths, needs, seen }, actor);
  return deps.recordVisit(reference, { visit, came, note, agreedWith, strengths, needs }, actor);
}

/** Asks for further sessions: where they cannot be asked for, the page says why and keeps what was typed. */
async function extend(deps: StaffDeps, access: VisitSeen, form: FormFields): Promise<HttpResponse> {
  const { reference } = access.support;
  const { sessions = '', reason = '' } = form;
  const result = await deps.askExtension(reference, { sessions, reason }, access.actor);
  if ('problems' in result) {
    const problems = inCommandWords(extensionFaultWords, result.problems);
    return visitsPage(deps, access, { form, problems, notice: '', status: 422 });
  }
  if (!('refused' in result)) return saved(deps, reference, form);
  return refusedPage(
    deps,
    { ...access, support: result.support },
    form,
    extensionRefusalWords(deps.policy)[result.refused],
  );
}

/** On to the page, which says that it is saved, and to the browser which form it was. */
function saved({ baseUrl }: StaffDeps, reference: string, { change = '' }: FormFields): HttpResponse {
  const form = visitForms.find((one) => one === change) ?? 'RECORD';
  return seeOther(absoluteUrl(baseUrl, `${visitsAt(reference)}?saved=1&form=${form}`));
}

/** The page as the support is now: why nothing was saved, and everything typed. */
function refusedPage(deps: StaffDeps, access: VisitSeen, form: FormFields, notice: string): Promise<HttpResponse> {
  return visitsPage(deps, access, { form, problems: [], notice, status: 409 });
}
