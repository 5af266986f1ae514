import { readFamily } from '#application/read-family.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import type { FactAccess } from '../facts/access.ts';
import { type FactShown, FRESH, factPage, onToDied } from '../facts/page.ts';
import { adultNames, adultsView } from '../safe-contact/view.ts';
import { safeContactWords } from '../safe-contact/words.ts';
import { contactFaultWords, contactKinds, contactWords as words } from './words.ts';

const kinds = Object.entries(contactKinds).map(([value, label]) => ({ value, label }));

/** GET: how each adult is reached now, and a form for what has changed. Showing it is a reading. */
export function getContact(deps: StaffDeps) {
  return async (access: FactAccess): Promise<HttpResponse> => shownPage(deps, access, FRESH);
}

/** POST: recorded, or the page again with what is missing. */
export function postContact(deps: StaffDeps) {
  return async (access: FactAccess, form: FormFields): Promise<HttpResponse> => {
    const { reference, actor: by } = access;
    const { parent = '', channel = '', value = '', reason = '' } = form;
    const result = await deps.recordContact({ reference, by, parent, channel, value, reason });
    if (result.kind === 'DONE') return shownPage(deps, access, { ...FRESH, note: words.done });
    const problems = inCommandWords(contactFaultWords, result.problems);
    return shownPage(deps, access, { ...FRESH, form, problems, status: 422 });
  };
}

async function shownPage(deps: StaffDeps, access: FactAccess, { status, ...shown }: FactShown): Promise<HttpResponse> {
  const { reference, actor: by, taskId } = access;
  const [theCase, stored] = await Promise.all([
    deps.cases.readCase(reference),
    deps.referrals.readReferral(reference),
    deps.access.recordReading({ reference, at: deps.now(), by, what: 'CONTACT', ...(taskId && { taskId }) }),
  ]);
  if (!theCase || !stored) return notFound(deps);
  if (theCase.death) return onToDied(deps, access);
  const facts = await readFamily(deps, theCase, addresseesOf(stored.body));
  const adults = adultsView(facts, adultNames(stored, facts.family.parents.length));
  const who = adults.map(({ place, name }) => ({ value: String(place), label: name }));
  const data = { ...shown, adults, who, kinds, words, heading: safeContactWords.heading };
  return factPage(deps, access, { status, template: 'staff/contact/contact.njk', title: words.title(reference), data });
}
