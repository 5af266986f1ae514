import { birthDateIn } from '#domain/referral/birth-date.ts';
import { plainDate } from '#domain/values/dates.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { enteredOn, inDatedWords } from '../../components/entered-on.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import type { FactAccess } from '../facts/access.ts';
import { type FactShown, FRESH, factPage, onToDied } from '../facts/page.ts';
import { correctionsInWords, rulesInWords } from './view.ts';
import { birthDateFaultWords, birthDateWords } from './words.ts';

const notes = { DONE: birthDateWords.done, SAME: birthDateWords.same, UNKNOWN: birthDateWords.unknown } as const;

/** GET: the date that stands, what was corrected before, and a form for the right one. Showing it is a reading. */
export function getBirthDate(deps: StaffDeps) {
  return async (access: FactAccess): Promise<HttpResponse> => shownPage(deps, access, FRESH);
}

/** POST: recorded, once, with what the age rules say then, or the page again with what is missing. */
export function postBirthDate(deps: StaffDeps) {
  return async (access: FactAccess, form: FormFields): Promise<HttpResponse> => {
    const { reference, actor: by } = access;
    const result = await deps.correctBirthDate({ reference, by, on: enteredOn(form), reason: form.reason ?? '' });
    if (result.kind === 'INVALID') {
      const problems = inDatedWords(birthDateFaultWords, result.problems, form);
      return shownPage(deps, access, { ...FRESH, form, problems, status: 422 });
    }
    return shownPage(deps, access, { ...FRESH, note: notes[result.kind], status: result.kind === 'DONE' ? 200 : 409 });
  };
}

async function shownPage(deps: StaffDeps, access: FactAccess, { status, ...shown }: FactShown): Promise<HttpResponse> {
  const { reference, actor: by, taskId } = access;
  const [theCase, stored] = await Promise.all([
    deps.cases.readCase(reference),
    deps.referrals.readReferral(reference),
    deps.access.recordReading({ reference, at: deps.now(), by, what: 'BIRTH_DATE', ...(taskId && { taskId }) }),
  ]);
  if (!theCase || !stored) return notFound(deps);
  if (theCase.death) return onToDied(deps, access);
  const check = await deps.cases.readCheck(reference, theCase.checks);
  const sent = birthDateIn(stored.body);
  const data = {
    ...shown,
    words: birthDateWords,
    sent: sent === undefined ? birthDateWords.unknown : birthDateWords.sent(plainDate(sent)),
    corrections: correctionsInWords(theCase),
    rules: rulesInWords({ theCase, stored, check }, deps.policy),
  };
  const title = birthDateWords.title(reference);
  return factPage(deps, access, { status, template: 'staff/birth-date/birth-date.njk', title, data });
}
