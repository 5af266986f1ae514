import { staffMailbox } from '#domain/draft/staff-mailbox.ts';
import { personByMailbox } from '#domain/people/team.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { foldedMailbox } from '#domain/values/mailbox.ts';
import { browserOf, markAnew } from '../../access/browser-mark.ts';
import { codeTrouble } from '../../access/code-words.ts';
import { tryAtDoor } from '../../access/knock.ts';
import { ENTRY, prove } from '../../access/mailbox-door.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import { ownForm } from '../../layout/own-form.ts';
import type { FormDeps } from '../deps.ts';
import { beginEntry } from './begin-entry.ts';
import { entryPage } from './pages.ts';
import { readCode, readEntry } from './read.ts';

/** POST: the right code starts a draft that staff complete. */
export function postEntry(deps: FormDeps) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const form = ownForm(deps, request);
    if ('status' in form) return form;
    const typed = foldedMailbox(form.fields.mailbox ?? '');
    // Other mistakes come first: a code works once, and a wrong date must not use it up.
    const read = readEntry(form.fields, londonDateOf(deps.now()));
    const { code, mistakes } = readCode(form.fields);
    if (read.kind === 'WRONG') return entryPage(deps, typed, form.fields, [...mistakes, ...read.mistakes]);
    if (mistakes.length > 0) return entryPage(deps, typed, form.fields, mistakes);
    const browser = browserOf(deps, request, ENTRY.cookie);
    const knock = browser === undefined ? undefined : { door: ENTRY, typed, browser };
    const tried = await tryAtDoor(deps, knock, { code, asker: form.fields.asker });
    if (tried.kind === 'WAIT') return entryPage(deps, typed, form.fields, [], tried.againAt);
    const team = await deps.readTeam();
    const mailbox = staffMailbox(team, deps.config, typed);
    if (tried.kind === 'RIGHT' && mailbox !== undefined && knock) {
      const mark = markAnew(deps, ENTRY.cookie);
      await prove(deps, { ...knock, browser: mark.browser });
      const person = personByMailbox(team, mailbox)?.id;
      const entry = { ...read.entry, mailbox, ...(person === undefined ? {} : { person }) };
      return beginEntry(deps, request, entry, { cookies: [mark.cookie] });
    }
    const message = codeTrouble(tried.kind === 'RIGHT' ? { kind: 'EXPIRED' } : tried);
    return entryPage(deps, typed, form.fields, [{ path: 'code', message }]);
  };
}
