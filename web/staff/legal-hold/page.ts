import type { Case } from '#domain/case/case.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { instantInWords } from '../../access/instants.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import type { FactAccess } from '../facts/access.ts';
import { type FactShown, FRESH, factPage } from '../facts/page.ts';
import { legalHoldFaultWords, legalHoldLiftFaultWords, legalHoldWords as words } from './words.ts';

/** GET: whether the record is held, by whom and why, with one reason to type. */
export function getLegalHold(deps: StaffDeps) {
  return async (access: FactAccess): Promise<HttpResponse> => shownPage(deps, access, FRESH);
}

/** POST: the record is held by this press, or the page says what is missing. A second press changes nothing. */
export function postLegalHold(deps: StaffDeps) {
  return async (access: FactAccess, form: FormFields): Promise<HttpResponse> => {
    const { reference, actor: by } = access;
    const { reason = '', seen = '' } = form;
    const result = await deps.setLegalHold({ reference, by, reason, seen, isLifted: false });
    if (result.kind === 'INVALID') {
      const problems = inCommandWords(legalHoldFaultWords, result.problems);
      return shownPage(deps, access, { ...FRESH, form, problems, status: 422 });
    }
    return shownPage(deps, access, changed(result.kind, words.done));
  };
}

/** POST: the hold is lifted, with a reason. */
export function postLiftLegalHold(deps: StaffDeps) {
  return async (access: FactAccess, form: FormFields): Promise<HttpResponse> => {
    const { reference, actor: by } = access;
    const { liftReason = '', seen = '' } = form;
    const result = await deps.setLegalHold({ reference, by, reason: liftReason, seen, isLifted: true });
    if (result.kind !== 'INVALID') return shownPage(deps, access, changed(result.kind, words.lifted));
    const problems = inCommandWords(legalHoldLiftFaultWords, result.problems).map((one) => ({
      ...one,
      path: 'liftReason',
    }));
    return shownPage(deps, access, { ...FRESH, form, problems, status: 422 });
  };
}

function changed(kind: 'DONE' | 'SAME', done: string): FactShown {
  return kind === 'DONE' ? { ...FRESH, note: done } : { ...FRESH, note: words.same, status: 409 };
}

async function shownPage(deps: StaffDeps, access: FactAccess, { status, ...shown }: FactShown): Promise<HttpResponse> {
  const { reference } = access;
  const theCase = await deps.cases.readCase(reference);
  if (!theCase) return notFound(deps);
  const { legalHold } = theCase;
  const data = { ...shown, words, said: legalHold && saidOf(legalHold), seen: legalHold?.since ?? '' };
  return factPage(deps, access, {
    status,
    template: 'staff/legal-hold/legal-hold.njk',
    title: words.title(reference),
    data,
  });
}

function saidOf({ since, by, reason }: NonNullable<Case['legalHold']>): string {
  const at = instantInWords(since);
  return by ? words.said(actorInWords(by), at, reason ?? '') : words.died(at);
}
