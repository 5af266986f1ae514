import { lastAccessRequest } from '#domain/case/access-request.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { addMonths, plainDate } from '#domain/values/dates.ts';
import type { CaseSeen } from '../../access/console-case.ts';
import { instantInWords } from '../../access/instants.ts';
import { enteredOn, inDatedWords } from '../../components/entered-on.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { caseAt, copyAt, copyFileAt } from '../address.ts';
import { consolePage } from '../console-page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { copyFaultWords, holdsWords, opinionWords, copyWords as words } from './words.ts';

interface Pressed {
  readonly status?: number;
  readonly note?: string;
  readonly problems?: readonly { readonly path: string; readonly message: string }[];
  readonly form?: FormFields;
}

/** GET: who asked for a copy, as it was recorded, or the form for it. It shows nothing else of the record. */
export function getCopy(deps: ConsoleDeps) {
  return async (access: CaseSeen): Promise<HttpResponse> => copyPage(deps, access, {});
}

/** POST: records the request, once, or the page says what is missing. */
export function postCopy(deps: ConsoleDeps) {
  return async (access: CaseSeen, form: FormFields): Promise<HttpResponse> => {
    const { actor: by } = access;
    const { reference, erasing } = access.theCase;
    if (erasing) return copyPage(deps, access, { status: 409 });
    const { seen = '', reason = '', holds = '', opinion = '', said = '' } = form;
    const typed = { on: enteredOn(form), reason, holds, opinion, said: said.trim() };
    const result = await deps.recordAccessRequest({ reference, by, seen }, typed);
    if (result.kind === 'INVALID') {
      const problems = inDatedWords(copyFaultWords, result.problems, form);
      return copyPage(deps, access, { status: 422, form, problems });
    }
    const theCase = (await deps.cases.readWholeCase(reference)) ?? access.theCase;
    const isDone = result.kind === 'DONE';
    return copyPage(
      deps,
      { ...access, theCase },
      { status: isDone ? 200 : 409, note: isDone ? words.done : words.same },
    );
  };
}

/** The page, with what a press came to. */
export function copyPage(
  deps: ConsoleDeps,
  access: CaseSeen,
  { status = 200, note, problems = [], form = {} }: Pressed,
): HttpResponse {
  const { theCase } = access;
  const { reference, erasing } = theCase;
  const base = parseBaseUrl(deps.baseUrl).path;
  return consolePage(deps, access, {
    status,
    template: 'console/copy/copy.njk',
    title: words.title(reference),
    data: {
      ...{ problems, form, at: base + copyAt(reference), file: base + copyFileAt(reference) },
      ...{ note: erasing ? words.gone : note, isGone: erasing !== undefined, asked: askedView(theCase) },
      seen: lastAccessRequest(theCase)?.at ?? '',
      back: { href: base + caseAt(reference), text: words.back(reference) },
    },
  });
}

/** What was recorded of who asks, in words; undefined before anything was. */
export function askedView(theCase: CaseSeen['theCase']) {
  const asked = lastAccessRequest(theCase);
  if (asked?.event !== 'ACCESS_REQUESTED' || !('askedOn' in asked)) return undefined;
  const { at, by, askedOn, holds, opinion, text = '' } = asked;
  return {
    ...{ text, at: instantInWords(at), by: actorInWords(by) },
    ...{ on: plainDate(askedOn), answerBy: plainDate(addMonths(askedOn, 1)) },
    holds: new Map(Object.entries(holdsWords)).get(holds) ?? holds,
    opinion: new Map(Object.entries(opinionWords)).get(opinion) ?? opinion,
  };
}
