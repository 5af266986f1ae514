import type { Draft } from '#domain/draft/draft.ts';
import { type BirthDateGuess, tryBirthDate } from '../../access/birth-date.ts';
import { inWords } from '../../access/instants.ts';
import { readLink } from '../../access/links.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { readForm } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import { isFromHere } from '../../http/own-origin.ts';
import type { Parameters } from '../../http/router.ts';
import { page, say } from '../../layout/page.ts';
import { badFormPage, forgedPage } from '../../layout/refusals.ts';
import { notFound } from '../../referrer/not-found.ts';
import type { ReferDeps } from '../deps.ts';
import type { Field } from '../fields.ts';
import { type Answers, meaningOf } from '../read-answers.ts';
import { readBody } from '../read-body.ts';
import { birthDateIn } from '../so-far.ts';
import { admit } from '../start/page.ts';
import { viewOf } from '../view.ts';

const question: Field = {
  kind: 'date',
  path: 'dob',
  label: 'What is the child’s date of birth?',
  hint: 'For example, 27 3 2025',
};

interface Live {
  readonly draft: Draft;
  readonly hash: string;
  readonly mailbox: string;
  /** Asked for only when the draft has one. */
  readonly dob: string | undefined;
}

/** GET of the link to a draft: a form, and nothing of what is in the draft. */
export function getLink(deps: ReferDeps) {
  return async (_request: HttpRequest, { token = '' }: Parameters): Promise<HttpResponse> => {
    const live = await liveLink(deps, token);
    return live ? linkPage(deps, token, live, {}, '') : notFound(deps);
  };
}

/** POST of it: who knows the date of birth in the draft, if it has one, goes on with it. */
export function postLink(deps: ReferDeps) {
  return async (request: HttpRequest, { token = '' }: Parameters): Promise<HttpResponse> => {
    if (!isFromHere(request, deps.baseUrl)) return forgedPage(deps);
    const form = readForm(request);
    if ('status' in form) return badFormPage(deps, form);
    const live = await liveLink(deps, token);
    if (!live) return notFound(deps);
    const typed = meaningOf(question, form.fields);
    if (live.dob !== undefined && birthDateIn({ child: { dob: typed } }) === undefined) {
      return linkPage(deps, token, live, form.fields, 'Write a real date with day, month and year, such as 27 3 2025');
    }
    const guess = live.dob === undefined ? right : await tryBirthDate(deps, live.hash, typed === live.dob);
    if (guess.kind === 'WAIT') {
      return say(deps, 429, 'Too many tries', `You can try again from ${inWords(guess.againAt)}.`);
    }
    if (guess.kind === 'WRONG') {
      const left = guess.triesLeft === 1 ? 'one try' : `${guess.triesLeft} tries`;
      const message = `This is not the date of birth in the referral. You have ${left} left`;
      return linkPage(deps, token, live, form.fields, message);
    }
    const cookies = await admit(deps, request, live.draft.id, live.mailbox);
    return seeOther(absoluteUrl(deps.baseUrl, `/refer/${live.draft.id}`), cookies);
  };
}

const right: BirthDateGuess = { kind: 'RIGHT' };

async function liveLink(deps: ReferDeps, token: string): Promise<Live | undefined> {
  const link = await readLink(deps, token);
  if (link?.purpose !== 'DRAFT') return undefined;
  const draft = await deps.drafts.readDraft(link.reference);
  if (!draft || draft.erasedAt || deps.now() >= draft.expiresAt) return undefined;
  return { draft, hash: link.hash, mailbox: link.mailbox, dob: birthDateIn(readBody(draft.answers).body) };
}

function linkPage(deps: ReferDeps, token: string, { dob }: Live, typed: Answers, message: string): HttpResponse {
  const problems = message === '' ? [] : [{ path: 'dob-day', message }];
  const data = { token, problems, question: dob === undefined ? false : viewOf(question, typed, problems) };
  const status = message === '' ? 200 : 422;
  return page(deps, { status, template: 'refer/link.njk', title: 'Go on with your referral', data });
}
