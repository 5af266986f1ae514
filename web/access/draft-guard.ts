import type { Draft } from '#domain/draft/draft.ts';
import { type Actor, personActor, referrerActor } from '#domain/people/actor.ts';
import type { DraftStore } from '#domain/ports/stores.ts';
import type { FormFields } from '../http/form-body.ts';
import type { HttpResponse } from '../http/message.ts';
import type { Admitted, Guard } from './guard.ts';
import { readSession, type SessionDeps } from './sessions.ts';
import { isStillTheirs, type StillTheirsDeps } from './still-theirs.ts';

interface DraftGuardDeps extends StillTheirsDeps, Pick<SessionDeps, 'access' | 'now' | 'baseUrl'> {
  readonly drafts: Pick<DraftStore, 'readDraft'>;
}

/** The draft that this browser may change. */
export interface OwnDraft extends Admitted {
  readonly draft: Draft;
  readonly csrf: string;
}

/** The page for a browser that may not open the draft with this id. */
export type RefuseDraft = (id: string, typed: FormFields) => HttpResponse;

/**
 * Admits a browser that started a draft or opened its link. A draft by staff needs the person who started it to still be in
 * the team. Session and draft are read at the same time.
 */
export function draftGuard(deps: DraftGuardDeps, refuseDraft: RefuseDraft): Guard<OwnDraft> {
  return async (request, { draft: id = '' }) => {
    const refuse = (typed: FormFields) => refuseDraft(id, typed);
    if (!isDraftId(id)) return { refuse };
    const [open, draft] = await Promise.all([readSession(deps, request, 'DRAFT'), deps.drafts.readDraft(id)]);
    const isGranted = open?.session.grants.some(({ reference, purpose }) => reference === id && purpose === 'DRAFT');
    if (!open || !draft || !isGranted || !(await isStillTheirs(deps, draft))) return { refuse };
    const { csrf, session } = open;
    const refuseForm = (fields: FormFields) => (fields.csrf === csrf ? undefined : refuse(fields));
    return { seen: { actor: actorOfDraft(draft, session.mailbox), draft, csrf, refuseForm } };
  };
}

export const isDraftId = (id: string) => /^[\w-]{22}$/.test(id);

/** The member of staff who enters it, or else its referrer. */
function actorOfDraft({ entry }: Draft, mailbox: string): Actor {
  if (!entry) return referrerActor(mailbox === '' ? undefined : mailbox);
  return personActor(entry.person ?? 'TEAM_MAILBOX', entry.name, entry.role);
}
