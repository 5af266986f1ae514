import { lettersAndDigits } from '#domain/values/characters.ts';
import { codeTrouble, tryCode } from '../../access/codes.ts';
import { openSession } from '../../access/sessions.ts';
import type { StaffLink } from '../../access/staff-link.ts';
import { CODE_FORMAT, CODE_MISSING } from '../../form/engine/words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import { codePage } from './form.ts';

/** GET of the code's address, for who reloads or comes back: the form, without sending anything. */
export function getCode(deps: StaffDeps) {
  return async ({ token, link }: StaffLink): Promise<HttpResponse> =>
    codePage(deps, { token, reference: link.reference });
}

/** POST of a code: the right one opens a session and leads to the page at its clean address. */
export function postCode(deps: StaffDeps) {
  return async (live: StaffLink, fields: FormFields): Promise<HttpResponse> => {
    const state = { token: live.token, reference: live.link.reference };
    const code = lettersAndDigits(fields.code ?? '');
    if (code === '') return codePage(deps, { ...state, problem: CODE_MISSING });
    if (!/^\d{6}$/.test(code)) return codePage(deps, { ...state, problem: CODE_FORMAT });
    const tried = await tryCode(deps, live.person.mailbox, code);
    if (tried.kind === 'RIGHT') return welcome(deps, live);
    if (tried.kind === 'WRONG') return codePage(deps, { ...state, problem: codeTrouble(tried) });
    return codePage(deps, { ...state, gone: `${codeTrouble(tried)}.` });
  };
}

async function welcome(deps: StaffDeps, { link, work, person, actor: by }: StaffLink): Promise<HttpResponse> {
  const { reference } = link;
  const grant = { reference, taskId: work.id, purpose: 'TASK' } as const;
  const cookie = await openSession(deps, 'STAFF', { mailbox: person.mailbox, person: person.id }, grant);
  await deps.access.recordReading({ reference, at: deps.now(), by, what: 'SESSION_OPENED', taskId: work.id });
  return seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${work.id}`), [cookie]);
}
