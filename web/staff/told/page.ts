import { acknowledgedBy, complaintDueOn, isComplaint } from '#domain/case/complaint.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { isReference } from '#domain/values/reference.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { sayAndLead } from '../../layout/page.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { todayWords } from '../today/words.ts';
import { toldFaultWords, toldFroms, toldWhats, toldByPhoneWords as words } from './words.ts';

/** Where anyone who works here records what they were told by phone. */
export const TOLD_AT = '/staff/told';

/** GET: a form for what someone said. It shows nothing of any referral. */
export function getTold(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => formPage(deps, access, { id: newId(deps) }, []);
}

/** POST: recorded, once, for the service manager; or what is missing, with everything typed kept. */
export function postTold(deps: StaffDeps) {
  return async (access: AreaAccess, form: FormFields): Promise<HttpResponse> => {
    const reference = (form.reference ?? '').replace(/[\s-]/g, '').toUpperCase();
    const id = /^\w{16,40}$/.test(form.id ?? '') ? (form.id ?? '') : newId(deps);
    const again = (problems: Problems) => formPage(deps, access, { ...form, id }, problems);
    const isKnown = isReference(reference) && (await deps.cases.readCase(reference)) !== undefined;
    if (!isKnown) return again([{ path: 'reference', message: words.unknown }]);
    const { what = '', from = '', words: said = '' } = form;
    const result = await deps.askTeam({ reference, id, by: access.actor, what, from, words: said });
    if (result.kind === 'INVALID') return again(inCommandWords(toldFaultWords, result.problems));
    if (result.kind === 'CLOSED') return again([{ path: 'reference', message: words.closed }]);
    const onward = { at: '/staff', text: todayWords.link };
    return sayAndLead(deps, { status: 200, title: words.done(reference), onward }, doneSays(deps, what));
  };
}

/** By phone or letter no page says that we have a complaint, so whoever enters it does. */
function doneSays({ now, policy }: StaffDeps, what: string): string {
  if (!isComplaint(what)) return words.doneSays;
  const today = londonDateOf(now());
  const known = plainDate(acknowledgedBy(what, today, policy));
  return words.complaintSays(known, plainDate(complaintDueOn(false, today, policy)));
}

type Problems = readonly { readonly path: string; readonly message: string }[];

const newId = ({ random }: StaffDeps) => Buffer.from(random(16)).toString('hex');

function formPage(deps: StaffDeps, access: AreaAccess, form: FormFields, problems: Problems): HttpResponse {
  return areaPage(deps, access, {
    here: '/staff',
    template: 'staff/told/told.njk',
    title: words.title,
    status: problems.length > 0 ? 422 : 200,
    data: { form, problems, toldWhats, toldFroms, at: TOLD_AT, words },
  });
}
