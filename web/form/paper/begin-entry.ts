import { newDraft } from '#domain/draft/change.ts';
import type { Draft } from '#domain/draft/draft.ts';
import type { Entry } from '#domain/draft/paper-entry.ts';
import type { DraftStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { admit } from '../../access/admit-to-draft.ts';
import type { SessionDeps } from '../../access/sessions.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Answers } from '../engine/fields.ts';
import { answersOfStaff } from './entered.ts';

interface EntryDeps extends SessionDeps {
  readonly drafts: Pick<DraftStore, 'saveDraft'>;
  readonly policy: Policy;
}

/** How a draft of staff begins, where it does not begin empty. */
interface Beginning {
  readonly id?: string;
  readonly answers?: Answers;
  readonly cookies?: readonly string[];
}

const newDraftId = ({ random }: EntryDeps) => Buffer.from(random(16)).toString('base64url');

/** Starts the draft of a referral that came to staff, and lets this browser fill it in. */
export async function beginEntry(
  deps: EntryDeps,
  request: HttpRequest,
  entry: Entry,
  { id = newDraftId(deps), answers = {}, cookies = [] }: Beginning = {},
): Promise<HttpResponse> {
  const empty = newDraft(id, deps.now(), deps.policy);
  const draft: Draft = { ...empty, entry, mailbox: entry.mailbox, answers: { ...answers, ...answersOfStaff } };
  await deps.drafts.saveDraft(draft);
  const admitted = await admit(deps, request, id, entry.mailbox);
  return seeOther(absoluteUrl(deps.baseUrl, `/refer/${id}`), [...admitted, ...cookies]);
}
