import { personByMailbox } from '#domain/people/team.ts';
import { lettersAndDigits } from '#domain/values/characters.ts';
import { foldedMailbox } from '#domain/values/mailbox.ts';
import { browserOf, markAnew } from '../../access/browser-mark.ts';
import { codeTrouble, codeWords } from '../../access/code-words.ts';
import { gainRights } from '../../access/gain-rights.ts';
import { tryAtDoor } from '../../access/knock.ts';
import { AREA, prove } from '../../access/mailbox-door.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import { ownForm } from '../../layout/own-form.ts';
import type { StaffDeps } from '../deps.ts';
import { codePage } from './code-page.ts';

/** POST of a code: the right one of a member of staff opens a session, and with it all that they are asked to do. */
export function postEnter(deps: StaffDeps) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const form = ownForm(deps, request);
    if ('status' in form) return form;
    const mailbox = foldedMailbox(form.fields.mailbox ?? '');
    const asker = form.fields.asker ?? '';
    const code = lettersAndDigits(form.fields.code ?? '');
    const wrong = formOf(code);
    if (wrong !== undefined) return codePage(deps, { mailbox, asker, problem: wrong });
    const browser = browserOf(deps, request, AREA.cookie);
    const knock = browser === undefined ? undefined : { door: AREA, typed: mailbox, browser };
    const tried = await tryAtDoor(deps, knock, { code, asker });
    if (tried.kind === 'WAIT') return codePage(deps, { mailbox, asker, againAt: tried.againAt });
    const person = personByMailbox(await deps.readTeam(), mailbox);
    if (tried.kind !== 'RIGHT' || !person || !knock) {
      return codePage(deps, {
        mailbox,
        asker,
        problem: codeTrouble(tried.kind === 'RIGHT' ? { kind: 'EXPIRED' } : tried),
      });
    }
    const mark = markAnew(deps, AREA.cookie);
    await prove(deps, { ...knock, browser: mark.browser });
    const holder = { mailbox: person.mailbox, person: person.id };
    const cookie = await gainRights(deps, request, { audience: 'STAFF', holder, isProven: true });
    return seeOther(absoluteUrl(deps.baseUrl, '/staff'), [cookie, mark.cookie]);
  };
}

function formOf(code: string): string | undefined {
  if (code === '') return codeWords.missing;
  return /^\d{6}$/.test(code) ? undefined : codeWords.format;
}
