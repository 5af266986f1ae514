import type { CaseSeen } from '../../access/console-case.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { caseAt, contactCheckAt } from '../address.ts';
import { consolePage } from '../console-page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { contactCheckReasonWords, contactCheckWords as words } from './words.ts';

interface Pressed {
  readonly status?: number;
  readonly notice?: string;
  readonly problems?: readonly { readonly path: string; readonly message: string }[];
  readonly reason?: string;
}

/** GET: a form with which the team is asked to check contact details. It shows none. */
export function getContactCheck(deps: ConsoleDeps) {
  return async (access: CaseSeen): Promise<HttpResponse> => contactPage(deps, access, {});
}

/** POST: asks them, once, or the page again with what is missing. */
export function postContactCheck(deps: ConsoleDeps) {
  return async (access: CaseSeen, { reason = '' }: FormFields): Promise<HttpResponse> => {
    const { reference } = access.theCase;
    const result = await deps.askContactCheck({ reference, reason }, access.actor);
    if (result.kind !== 'INVALID') {
      const isAsked = result.kind === 'DONE';
      return contactPage(deps, access, { status: isAsked ? 200 : 409, notice: isAsked ? words.done : words.same });
    }
    const problems = inCommandWords(contactCheckReasonWords, result.problems);
    return contactPage(deps, access, { status: 422, problems, reason });
  };
}

function contactPage(
  deps: ConsoleDeps,
  access: CaseSeen,
  { status = 200, notice, problems = [], reason = '' }: Pressed,
): HttpResponse {
  const { reference } = access.theCase;
  const base = parseBaseUrl(deps.baseUrl).path;
  return consolePage(deps, access, {
    status,
    template: 'console/contact/contact.njk',
    title: words.title(reference),
    data: {
      ...{ words, notice, problems, reason, at: base + contactCheckAt(reference) },
      back: { href: base + caseAt(reference), text: words.back(reference) },
    },
  });
}
