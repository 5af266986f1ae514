import type { Case } from '#domain/case/case.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { instantInWords } from '../../access/instants.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { say } from '../../layout/page.ts';
import type { StaffDeps } from '../deps.ts';
import type { FactAccess } from '../facts/access.ts';
import { type FactShown, FRESH, factPage, onToDied } from '../facts/page.ts';
import { noEmailFaultWords, noEmailWords } from './words.ts';

/** GET: one reason to type, and what it does; once it is recorded, who did it and how to undo it. */
export function getNoEmail(deps: StaffDeps) {
  return async (access: FactAccess): Promise<HttpResponse> => shownPage(deps, access, FRESH);
}

/** POST: recorded, once, or the page again with what is missing. */
export function postNoEmail(deps: StaffDeps) {
  return async (access: FactAccess, form: FormFields): Promise<HttpResponse> => {
    const command = { reference: access.reference, by: access.actor, isAllowed: false, reason: form.reason ?? '' };
    const result = await deps.recordFamilyEmail(command);
    if (result.kind === 'INVALID') {
      const problems = inCommandWords(noEmailFaultWords, result.problems);
      return shownPage(deps, access, { ...FRESH, form, problems, status: 422 });
    }
    const isNew = result.kind === 'DONE';
    return shownPage(deps, access, isNew ? FRESH : { ...FRESH, note: noEmailWords.already, status: 409 });
  };
}

/** POST of the undo: the family may be emailed again where the referral allows it, or the page with what is missing. */
export function postUndoNoEmail(deps: StaffDeps) {
  return async (access: FactAccess, form: FormFields): Promise<HttpResponse> => {
    const reference = access.reference;
    const result = await deps.recordFamilyEmail({
      reference,
      by: access.actor,
      isAllowed: true,
      reason: form.reason ?? '',
    });
    if (result.kind !== 'INVALID') return say(deps, 200, noEmailWords.undone(reference), noEmailWords.undoneSays);
    const problems = inCommandWords(noEmailFaultWords, result.problems);
    return shownPage(deps, access, { ...FRESH, form, problems, status: 422 });
  };
}

async function shownPage(deps: StaffDeps, access: FactAccess, { status, ...shown }: FactShown): Promise<HttpResponse> {
  const reference = access.reference;
  const theCase = await deps.cases.readCase(reference);
  if (!theCase) return notFound(deps);
  if (theCase.death) return onToDied(deps, access);
  const record = recordOf(theCase);
  const title = record ? noEmailWords.recorded(reference) : noEmailWords.title(reference);
  const data = { ...shown, record, words: noEmailWords };
  return factPage(deps, access, { status, template: 'staff/no-email/no-email.njk', title, data });
}

function recordOf({ noFamilyEmail }: Case) {
  if (!noFamilyEmail) return null;
  const { by, at, reason } = noFamilyEmail;
  return { by: actorInWords(by), at: instantInWords(at), reason };
}
