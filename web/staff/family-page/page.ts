import { pageOfAdult } from '#domain/safe-contact/family-page.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import type { FactAccess } from '../facts/access.ts';
import { type FactShown, FRESH, factPage } from '../facts/page.ts';
import { readAdults } from '../safe-contact/read.ts';
import {
  agreeFaultWords,
  CODE_WHO_MISSING,
  codeLetterWords,
  whyNoPage,
  staffFamilyPageWords as words,
} from './words.ts';

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** GET: which adult has a page, and forms to agree one, to give a code and to close all. Showing it is a reading. */
export function getFamilyPages(deps: StaffDeps) {
  return async (access: FactAccess): Promise<HttpResponse> => shownPage(deps, access, FRESH);
}

/** POST: the agreement is recorded, or the page says what is missing or what speaks against it. */
export function postAgree(deps: StaffDeps) {
  return async (access: FactAccess, form: FormFields): Promise<HttpResponse> => {
    const { reference, actor: by } = access;
    const { parent = '', places = '', reason = '' } = form;
    const result = await deps.agreePage({ reference, by, parent, places, reason });
    switch (result.kind) {
      case 'DONE':
        return shownPage(deps, access, { ...FRESH, note: words.agreed });
      case 'SAME':
        return shownPage(deps, access, { ...FRESH, note: words.same, status: 409 });
      case 'REFUSED':
        return shownPage(deps, access, { ...FRESH, form, note: whyNoPage(result.why), status: 409 });
      case 'INVALID': {
        const problems = inCommandWords(agreeFaultWords, result.problems);
        return shownPage(deps, access, { ...FRESH, form, problems, status: 422 });
      }
    }
  };
}

/** POST: a letter with a new code, shown once, or the page that says why there is none. */
export function postCode(deps: StaffDeps) {
  return async (access: FactAccess, form: FormFields): Promise<HttpResponse> => {
    const { reference, actor: by } = access;
    const { codeFor = '' } = form;
    if (!/^\d{1,2}$/.test(codeFor)) {
      const problems = [{ path: 'codeFor', message: CODE_WHO_MISSING }];
      return shownPage(deps, access, { ...FRESH, form, problems, status: 422 });
    }
    const result = await deps.printCode(reference, Number(codeFor), by);
    if (result.kind === 'REFUSED')
      return shownPage(deps, access, { ...FRESH, form, note: whyNoPage(result.why), status: 409 });
    const read = await readAdults(deps, access, 'FAMILY_PAGES');
    if ('status' in read) return read;
    const to = read.adults[Number(codeFor)]?.name ?? '';
    const address = absoluteUrl(deps.baseUrl, '/family');
    const data = { words: codeLetterWords, to, code: result.code, address, until: result.expiresOn };
    return factPage(deps, access, { template: 'staff/family-page/code.njk', title: codeLetterWords.title, data });
  };
}

/** POST: every page of this family is closed, at one press. */
export function postClose(deps: StaffDeps) {
  return async (access: FactAccess): Promise<HttpResponse> => {
    const result = await deps.closePages(access.reference, access.actor);
    return shownPage(deps, access, { ...FRESH, note: result === 'DONE' ? words.closed : words.wereClosed });
  };
}

async function shownPage(deps: StaffDeps, access: FactAccess, { status, ...shown }: FactShown): Promise<HttpResponse> {
  const read = await readAdults(deps, access, 'FAMILY_PAGES');
  if ('status' in read) return read;
  const { theCase, facts, adults: all, who } = read;
  const adults = all.map(({ place, name }) => {
    const found = pageOfAdult(place, theCase, facts);
    const has = 'id' in found && (found.isAgreed ? words.yes(found.showsPlaces) : words.plain);
    return { place, name, lines: ['whyNot' in found ? whyNoPage(found.whyNot) : has] };
  });
  const data = { ...shown, adults, who, yesNo, words };
  const title = words.title(access.reference);
  return factPage(deps, access, { status, template: 'staff/family-page/family-page.njk', title, data });
}
