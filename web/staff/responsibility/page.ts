import { addresseesOf } from '#domain/notices/addressees.ts';
import { whyOthersDecide } from '#domain/safe-contact/others-decide.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import type { FactAccess } from '../facts/access.ts';
import { type FactShown, FRESH, factPage, onToDied } from '../facts/page.ts';
import { mayHearInWords, parentsView } from './view.ts';
import {
  holdsWords,
  mayEmailWords,
  mayHearFaultWords,
  responsibilityFaultWords,
  responsibilityWords,
} from './words.ts';

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** GET: each parent with what the referral and staff say, and a form to record more. Showing it is a reading. */
export function getResponsibility(deps: StaffDeps) {
  return async (access: FactAccess): Promise<HttpResponse> => shownPage(deps, access, FRESH);
}

/** POST: recorded, once, or the page again with what is missing. */
export function postResponsibility(deps: StaffDeps) {
  return async (access: FactAccess, form: FormFields): Promise<HttpResponse> => {
    const { parent = '', holds = '', mayEmail = '', reason = '' } = form;
    const { reference, actor: by } = access;
    const result = await deps.recordResponsibility({ reference, by, parent, holds, mayEmail, reason });
    if (result.kind === 'INVALID') {
      const problems = inCommandWords(responsibilityFaultWords, result.problems);
      return shownPage(deps, access, { ...FRESH, form, problems, status: 422 });
    }
    const isNew = result.kind === 'DONE';
    const note = isNew ? responsibilityWords.done : responsibilityWords.same;
    return shownPage(deps, access, { ...FRESH, note, status: isNew ? 200 : 409 });
  };
}

/** POST of who agreed and who may be told: recorded, or the page again with what is missing. */
export function postMayHear(deps: StaffDeps) {
  return async (access: FactAccess, form: FormFields): Promise<HttpResponse> => {
    const { agreedName = '', agreedRole = '', toldName = '', toldRole = '' } = form;
    const typed = { agreedName, agreedRole, toldName, toldRole, reason: form.hearReason ?? '' };
    const selected = { agreed: placesIn(form, 'agreed'), told: placesIn(form, 'told') };
    const result = await deps.recordMayHear({ reference: access.reference, by: access.actor, ...selected, ...typed });
    if (result.kind === 'DONE') return shownPage(deps, access, { ...FRESH, note: responsibilityWords.done });
    // Both forms of the page ask for a reason, each in a field of its own.
    const problems = inCommandWords(mayHearFaultWords, result.problems).map((problem) =>
      problem.path === 'reason' ? { ...problem, path: 'hearReason' } : problem,
    );
    return shownPage(deps, access, { ...FRESH, form, problems, status: 422 });
  };
}

/** The adults whose box was selected: `agreed-0` is the first of the referral. */
function placesIn(form: FormFields, name: string): number[] {
  const found = Object.keys(form).flatMap((key) => {
    const [before, place = ''] = key.split('-');
    return before === name && /^\d{1,2}$/.test(place) ? [Number(place)] : [];
  });
  return found.toSorted((a, b) => a - b);
}

async function shownPage(deps: StaffDeps, access: FactAccess, { status, ...shown }: FactShown): Promise<HttpResponse> {
  const { reference, actor: by, taskId } = access;
  const { form } = shown;
  const [theCase, stored] = await Promise.all([
    deps.cases.readCase(reference),
    deps.referrals.readReferral(reference),
    deps.access.recordReading({ reference, at: deps.now(), by, what: 'RESPONSIBILITY', ...(taskId && { taskId }) }),
  ]);
  if (!theCase || !stored) return notFound(deps);
  if (theCase.death) return onToDied(deps, access);
  const parents = parentsView({ theCase, stored });
  const data = {
    ...shown,
    parents,
    othersDecide: whyOthersDecide(addresseesOf(stored.body)) !== undefined,
    mayHear: mayHearInWords({ theCase, stored }),
    boxes: parents.map(({ place, name }) => ({
      ...{ place, name, agreed: form[`agreed-${place}`] !== undefined, told: form[`told-${place}`] !== undefined },
    })),
    who: parents.map(({ place, name }) => ({ value: String(place), label: name })),
    ...{ holds: choices(holdsWords), mayEmail: choices(mayEmailWords), words: responsibilityWords },
  };
  const title = responsibilityWords.title(reference);
  return factPage(deps, access, { status, template: 'staff/responsibility/responsibility.njk', title, data });
}
