import type { Case } from '#domain/case/case.ts';
import { isOpen } from '#domain/case/codes.ts';
import { isHeld } from '#domain/case/legal-hold.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { addMonths, plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { enteredOn, inDatedWords } from '../../components/entered-on.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import type { FactAccess } from '../facts/access.ts';
import { type FactShown, FRESH, factPage } from '../facts/page.ts';
import { erasureFaultWords, erasureWords as words } from './words.ts';

/** GET: what was decided and the answer to send, or the form for it. */
export function getErasure(deps: StaffDeps) {
  return async (access: FactAccess): Promise<HttpResponse> => shownPage(deps, access, FRESH);
}

/** POST: the decision of the person who pressed it, or the page says what is missing. A second press changes nothing. */
export function postErasure(deps: StaffDeps) {
  return async (access: FactAccess, form: FormFields): Promise<HttpResponse> => {
    const { reference, actor: by } = access;
    const { ground = '', reason = '', seen = '' } = form;
    const result = await deps.decideErasure({ reference, by, seen }, { on: enteredOn(form), ground, reason });
    if (result.kind !== 'INVALID') return shownPage(deps, access, changed(result.kind, words.done));
    const problems = inDatedWords(erasureFaultWords, result.problems, form);
    return shownPage(deps, access, { ...FRESH, form, problems, status: 422 });
  };
}

/** POST: the person who asked was answered. */
export function postErasureAnswered(deps: StaffDeps) {
  return async (access: FactAccess, { seen = '' }: FormFields): Promise<HttpResponse> => {
    const kind = await deps.recordErasureAnswer({ reference: access.reference, by: access.actor, seen });
    return shownPage(deps, access, changed(kind, words.answeredDone));
  };
}

function changed(kind: 'DONE' | 'SAME', done: string): FactShown {
  return kind === 'DONE' ? { ...FRESH, note: done } : { ...FRESH, note: words.same, status: 409 };
}

async function shownPage(deps: StaffDeps, access: FactAccess, { status, ...shown }: FactShown): Promise<HttpResponse> {
  const { reference } = access;
  const theCase = await deps.cases.readCase(reference);
  if (!theCase) return notFound(deps);
  const { erasure, status: stands } = theCase;
  const facts = { seen: erasure?.at ?? '', isOpen: isOpen(stands), isHeld: isHeld(theCase) };
  const data = { ...shown, ...facts, decided: erasure && decidedView(erasure) };
  return factPage(deps, access, {
    ...{ status, template: 'staff/erasure/erasure.njk', title: words.title(reference), data },
  });
}

function decidedView({ at, by, ground, reason, decision, askedOn, answered }: NonNullable<Case['erasure']>) {
  const isErased = decision === 'ERASE';
  return {
    ...{ ground, reason, isErased, by: actorInWords(by), at: instantInWords(at) },
    ...(askedOn && { askedOn: plainDate(askedOn), answerBy: plainDate(addMonths(askedOn, 1)) }),
    ...(answered && { answeredBy: actorInWords(answered.by), answeredAt: instantInWords(answered.at) }),
  };
}
