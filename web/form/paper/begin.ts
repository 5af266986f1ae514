import { newDraft } from '#domain/draft/change.ts';
import type { Draft } from '#domain/draft/draft.ts';
import type { Entry } from '#domain/draft/paper-entry.ts';
import { staffMailbox } from '#domain/draft/staff-mailbox.ts';
import { personByMailbox } from '#domain/people/team.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { foldedMailbox } from '#domain/values/mailbox.ts';
import { admit } from '../../access/admit-to-draft.ts';
import { browserOf, markAnew } from '../../access/browser-mark.ts';
import { codeTrouble } from '../../access/code-words.ts';
import { tryAtDoor } from '../../access/knock.ts';
import { ENTRY, prove } from '../../access/mailbox-door.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import { ownForm } from '../../layout/own-form.ts';
import type { FormDeps } from '../deps.ts';
import { answersOfStaff } from './entered.ts';
import { entryPage } from './pages.ts';
import { readEntry } from './read.ts';

/** POST: the right code starts a draft that staff complete. */
export function postEntry(deps: FormDeps) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const form = ownForm(deps, request);
    if ('status' in form) return form;
    const typed = foldedMailbox(form.fields.mailbox ?? '');
    // Other mistakes come first: a code works once, and a wrong date must not use it up.
    const read = readEntry(form.fields, londonDateOf(deps.now()));
    if (read.kind === 'WRONG') return entryPage(deps, typed, form.fields, read.mistakes);
    const browser = browserOf(deps, request, ENTRY.cookie);
    const knock = browser === undefined ? undefined : { door: ENTRY, typed, browser };
    const tried = await tryAtDoor(deps, knock, { code: read.code, asker: form.fields.asker });
    if (tried.kind === 'WAIT') return entryPage(deps, typed, form.fields, [], tried.againAt);
    const team = await deps.readTeam();
    const mailbox = staffMailbox(team, deps.config, typed);
    if (tried.kind === 'RIGHT' && mailbox !== undefined && knock) {
      const mark = markAnew(deps, ENTRY.cookie);
      await prove(deps, { ...knock, browser: mark.browser });
      const person = personByMailbox(team, mailbox)?.id;
      const entry = { ...read.entry, mailbox, ...(person === undefined ? {} : { person }) };
      return begin(deps, request, entry, mark.cookie);
    }
    const message = codeTrouble(tried.kind === 'RIGHT' ? { kind: 'EXPIRED' } : tried);
    return entryPage(deps, typed, form.fields, [{ path: 'code', message }]);
  };
}

async function begin(deps: FormDeps, request: HttpRequest, entry: Entry, mark: string): Promise<HttpResponse> {
  const id = Buffer.from(deps.random(16)).toString('base64url');
  const empty = newDraft(id, deps.now(), deps.policy);
  const draft: Draft = { ...empty, entry, mailbox: entry.mailbox, answers: answersOfStaff };
  await deps.drafts.saveDraft(draft);
  const cookies = await admit(deps, request, id, entry.mailbox);
  return seeOther(absoluteUrl(deps.baseUrl, `/refer/${id}`), [...cookies, mark]);
}
