import { unstoredDraft } from '#domain/draft/change.ts';
import type { Draft } from '#domain/draft/draft.ts';
import { suspected } from '#domain/draft/suspicion.ts';
import { type Actor, personActor, referrerActor } from '#domain/people/actor.ts';
import type { DraftStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import type { FormFields } from '../http/form-body.ts';
import type { HttpResponse } from '../http/message.ts';
import { type Begun, begunHere } from './begun.ts';
import type { Admitted, Guard } from './guard.ts';
import { type Grant, readSession, type SessionDeps } from './sessions.ts';
import { isStillTheirs, type StillTheirsDeps } from './still-theirs.ts';

interface DraftGuardDeps extends StillTheirsDeps, Pick<SessionDeps, 'access' | 'now' | 'baseUrl'> {
  readonly drafts: Pick<DraftStore, 'readDraft'>;
  readonly policy: Policy;
}

/** The draft that this browser may change. */
export interface OwnDraft extends Admitted {
  readonly draft: Draft;
  readonly csrf: string;
  /** It has no session for it: the cookie of its start lets it in. */
  readonly isBegun: boolean;
}

/** The page for a browser that may not open the draft with this id. */
export type RefuseDraft = (id: string, typed: FormFields) => HttpResponse;

/**
 * Admits a browser that started a draft or opened its link. A draft that was started and has no answer yet is not stored. A
 * draft by staff needs the person who started it to still be in the team. Session and draft are read at the same time.
 */
export function draftGuard(deps: DraftGuardDeps, refuseDraft: RefuseDraft): Guard<OwnDraft> {
  return async (request, { draft: id = '' }) => {
    const refuse = (typed: FormFields) => refuseDraft(id, typed);
    if (!isDraftId(id)) return { refuse };
    const [open, stored] = await Promise.all([readSession(deps, request, 'DRAFT'), deps.drafts.readDraft(id)]);
    const begun = begunHere(deps, request, id, stored?.createdAt);
    const draft = stored ?? (begun && begunDraft(deps, id, begun));
    const granted = open?.session.grants.some(isFor(id)) ? open : undefined;
    const csrf = granted?.csrf ?? begun?.csrf;
    if (!draft || csrf === undefined || !(await isStillTheirs(deps, draft))) return { refuse };
    const isOwnForm = (fields: FormFields) => granted?.isOwnForm(fields) || (begun && fields.csrf === begun.csrf);
    const refuseForm = (fields: FormFields) => (isOwnForm(fields) ? undefined : refuse(fields));
    const actor = actorOfDraft(draft, granted?.session.mailbox ?? '');
    return { seen: { actor, draft, csrf, isBegun: !granted, refuseForm } };
  };
}

const isFor = (id: string) => (grant: Grant) => grant.reference === id && grant.purpose === 'DRAFT';

function begunDraft({ now, policy }: DraftGuardDeps, id: string, { isSuspect }: Begun): Draft {
  const draft = unstoredDraft(id, now(), policy);
  return isSuspect ? suspected(draft) : draft;
}

export const isDraftId = (id: string) => /^[\w-]{22}$/.test(id);

/** The member of staff who enters it, or else its referrer. */
function actorOfDraft({ entry }: Draft, mailbox: string): Actor {
  if (!entry) return referrerActor(mailbox === '' ? undefined : mailbox);
  return personActor(entry.person ?? 'TEAM_MAILBOX', entry.name, entry.role);
}
