import { newDraft } from '#domain/draft/change.ts';
import type { Draft } from '#domain/draft/draft.ts';
import type { Entry } from '#domain/draft/paper-entry.ts';
import { staffMailbox } from '#domain/draft/staff-mailbox.ts';
import type { Tried } from '#domain/people/guess-code.ts';
import { personByMailbox } from '#domain/people/team.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { foldedMailbox } from '#domain/values/mailbox.ts';
import { admit } from '../../access/admit-to-draft.ts';
import { codeTrouble } from '../../access/code-words.ts';
import { tryCode } from '../../access/codes.ts';
import { countTry, waitingUntil } from '../../access/tries.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import { ownForm } from '../../layout/own-form.ts';
import type { FormDeps } from '../deps.ts';
import { browserOf, markAnew } from './browser.ts';
import { answersOfStaff } from './entered.ts';
import { countWrong, doorOf, isProven, prove, strangersWaitUntil, triesOf } from './mailbox.ts';
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
    const browser = browserOf(deps, request);
    const tried = await tryIn(deps, { typed, browser, code: read.code, asker: form.fields.asker });
    if (tried.kind === 'WAIT') return entryPage(deps, typed, form.fields, [], tried.againAt);
    const team = await deps.readTeam();
    const mailbox = staffMailbox(team, deps.config, typed);
    if (tried.kind === 'RIGHT' && mailbox !== undefined && browser !== undefined) {
      const mark = markAnew(deps);
      await prove(deps, typed, mark.browser);
      const person = personByMailbox(team, mailbox)?.id;
      const entry = { ...read.entry, mailbox, ...(person === undefined ? {} : { person }) };
      return begin(deps, request, entry, mark.cookie);
    }
    const message = codeTrouble(tried.kind === 'RIGHT' ? { kind: 'EXPIRED' } : tried);
    return entryPage(deps, typed, form.fields, [{ path: 'code', message }]);
  };
}

interface Guess {
  readonly typed: string;
  readonly browser: string | undefined;
  readonly code: string;
  readonly asker: string | undefined;
}

/** A code is tried in the browser that asked for it. After five wrong ones that browser waits, twice as long each time. */
async function tryIn(
  deps: FormDeps,
  guess: Guess,
): Promise<Tried | { readonly kind: 'WAIT'; readonly againAt: string }> {
  const { typed, browser, code, asker } = guess;
  if (browser === undefined) return { kind: 'EXPIRED' };
  const isStranger = !(await isProven(deps, typed, browser));
  const until = isStranger ? await strangersWaitUntil(deps, typed) : undefined;
  const againAt = (await waitingUntil(deps, triesOf(typed, browser))) ?? until;
  if (againAt !== undefined) return { kind: 'WAIT', againAt };
  const tried = await tryCode(deps, doorOf(typed, browser), { code, asker });
  if (tried.kind === 'EXPIRED') return tried;
  const counted = await countTry(deps, triesOf(typed, browser), tried.kind === 'RIGHT');
  if (tried.kind === 'RIGHT') return tried;
  if (isStranger && (await countWrong(deps, typed))) deps.log.error('codes-guessed');
  return counted.kind === 'WAIT' ? counted : tried;
}

async function begin(deps: FormDeps, request: HttpRequest, entry: Entry, mark: string): Promise<HttpResponse> {
  const id = Buffer.from(deps.random(16)).toString('base64url');
  const empty = newDraft(id, deps.now(), deps.policy);
  const draft: Draft = { ...empty, entry, mailbox: entry.mailbox, answers: answersOfStaff };
  await deps.drafts.saveDraft(draft);
  const cookies = await admit(deps, request, id, entry.mailbox);
  return seeOther(absoluteUrl(deps.baseUrl, `/refer/${id}`), [...cookies, mark]);
}
