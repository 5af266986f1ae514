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

/** A link to a draft that still exists. */
export interface DraftOfLink {
  readonly draft: Draft;
  readonly hash: string;
  /** The mailbox that received the link. */
  readonly mailbox: string;
  /** The date of birth to ask for. Without one, a code is asked instead. */
  readonly dob: string | undefined;
}

/** The draft of a link. Undefined for a link that is unknown, expired or no longer theirs. */
export async function draftOfLink(deps: FormDeps, token: string): Promise<DraftOfLink | undefined> {
  const link = await readLink(deps, token);
  if (link?.purpose !== 'DRAFT') return undefined;
  const draft = await deps.drafts.readDraft(link.reference);
  if (!draft || !isKept(draft, deps.now()) || !(await isStillTheirs(deps, draft, link.mailbox))) return undefined;
  return { draft, hash: link.hash, mailbox: link.mailbox, dob: birthDateIn(readBody(draft.answers).body) };
}

/** Opens the draft in this browser and records a reading, because a draft can name a child. */
export async function welcome(
  deps: FormDeps,
  request: HttpRequest,
  { draft, mailbox }: DraftOfLink,
): Promise<HttpResponse> {
  const reading = { reference: draft.id, at: deps.now(), by: referrerActor(mailbox), what: 'SESSION_OPENED' };
  const [cookies] = await Promise.all([admit(deps, request, draft.id, mailbox), deps.access.recordReading(reading)]);
  return seeOther(absoluteUrl(deps.baseUrl, `/refer/${draft.id}`), cookies);
}
