import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import type { FactAccess } from '../facts/access.ts';
import { type FactShown, FRESH, factPage } from '../facts/page.ts';
import { readAdults } from '../safe-contact/read.ts';
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
  const read = await readAdults(deps, access, 'CONTACT');
  if ('status' in read) return read;
  const { adults, who } = read;
  const data = { ...shown, adults, who, kinds, words, heading: safeContactWords.heading };
  return factPage(deps, access, {
    status,
    template: 'staff/contact/contact.njk',
    title: words.title(access.reference),
    data,
  });
}
