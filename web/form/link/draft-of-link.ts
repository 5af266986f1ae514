import { type Draft, isKept } from '#domain/draft/draft.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { admit } from '../../access/admit-to-draft.ts';
import { readLink } from '../../access/links.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import { birthDateIn } from '../body/partial-assessment.ts';
import { readBody } from '../body/read-body.ts';
import type { FormDeps } from '../deps.ts';
import { isStillTheirs } from '../paper/still-here.ts';

/** A link to a draft that is still there. */
export interface DraftOfLink {
  readonly draft: Draft;
  readonly hash: string;
  /** Where the link was sent. */
  readonly mailbox: string;
  /** What is asked for; a draft without one asks for a code from the mailbox. */
  readonly dob: string | undefined;
}

export async function draftOfLink(deps: FormDeps, token: string): Promise<DraftOfLink | undefined> {
  const link = await readLink(deps, token);
  if (link?.purpose !== 'DRAFT') return undefined;
  const draft = await deps.drafts.readDraft(link.reference);
  if (!draft || !isKept(draft, deps.now()) || !(await isStillTheirs(deps, draft, link.mailbox))) return undefined;
  return { draft, hash: link.hash, mailbox: link.mailbox, dob: birthDateIn(readBody(draft.answers).body) };
}

/** Lets this browser go on with the draft. It is recorded as a reading, as every opening of what names a child is. */
export async function welcome(
  deps: FormDeps,
  request: HttpRequest,
  { draft, mailbox }: DraftOfLink,
): Promise<HttpResponse> {
  const reading = { reference: draft.id, at: deps.now(), by: referrerActor(mailbox), what: 'SESSION_OPENED' };
  const [cookies] = await Promise.all([admit(deps, request, draft.id, mailbox), deps.access.recordReading(reading)]);
  return seeOther(absoluteUrl(deps.baseUrl, `/refer/${draft.id}`), cookies);
}
