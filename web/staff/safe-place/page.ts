import { actorInWords } from '#domain/people/actor.ts';
import { instantInWords } from '../../access/instants.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import type { FactAccess } from '../facts/access.ts';
import { type FactShown, FRESH, factPage, onToDied } from '../facts/page.ts';
import { safePlaceFaultWords, safePlaceUndoFaultWords, safePlaceWords as words } from './words.ts';

/** GET: what it stops, and one reason to type; once it is recorded, by whom, and how to undo it. */
export function getSafePlace(deps: StaffDeps) {
  return async (access: FactAccess): Promise<HttpResponse> => shownPage(deps, access, FRESH);
}

/** POST: everything to the old address stops by this press, or the page says what is missing. A second press changes nothing. */
export function postSafePlace(deps: StaffDeps) {
  return async (access: FactAccess, form: FormFields): Promise<HttpResponse> => {
    const { reference, actor: by } = access;
    const { reason = '', seen = '' } = form;
    const result = await deps.recordSafePlace({ reference, by, reason, seen, isRemoved: false });
    if (result.kind === 'INVALID') {
      const problems = inCommandWords(safePlaceFaultWords, result.problems);
      return shownPage(deps, access, { ...FRESH, form, problems, status: 422 });
    }
    const isDone = result.kind === 'DONE';
    return shownPage(deps, access, { ...FRESH, note: isDone ? words.done : words.same, status: isDone ? 200 : 409 });
  };
}

/** POST of the undo, with a reason. */
export function postUndoSafePlace(deps: StaffDeps) {
  return async (access: FactAccess, form: FormFields): Promise<HttpResponse> => {
    const { reference, actor: by } = access;
    const { undoReason = '' } = form;
    const result = await deps.recordSafePlace({ reference, by, reason: undoReason, seen: '', isRemoved: true });
    if (result.kind !== 'INVALID') return shownPage(deps, access, { ...FRESH, note: words.undone });
    const problems = inCommandWords(safePlaceUndoFaultWords, result.problems).map((one) => ({
      ...one,
      path: 'undoReason',
    }));
    return shownPage(deps, access, { ...FRESH, form, problems, status: 422 });
  };
}

async function shownPage(deps: StaffDeps, access: FactAccess, { status, ...shown }: FactShown): Promise<HttpResponse> {
  const { reference, back } = access;
  const theCase = await deps.cases.readCase(reference);
  if (!theCase) return notFound(deps);
  if (theCase.death) return onToDied(deps, access);
  const { safePlace } = theCase;
  const said = safePlace && words.said(actorInWords(safePlace.by), instantInWords(safePlace.at), safePlace.reason);
  const looked = safePlace?.looked;
  const manager = looked ? words.looked(actorInWords(looked.by), instantInWords(looked.at)) : words.notLooked;
  const data = { ...shown, words, said, manager, seen: safePlace?.at ?? '', back: back ?? access.at };
  const title = words.title(reference);
  return factPage(deps, access, { status, template: 'staff/safe-place/safe-place.njk', title, data });
}
