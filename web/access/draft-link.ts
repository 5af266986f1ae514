import { type Draft, isKept } from '#domain/draft/draft.ts';
import { referrerActor } from '#domain/people/actor.ts';
import type { DraftStore } from '#domain/ports/stores.ts';
import type { PageDeps } from '../layout/page.ts';
import { deadLink } from './dead-link.ts';
import { type Admitted, anyForm, type Guard } from './guard.ts';
import { readLink } from './links.ts';
import type { SessionDeps } from './sessions.ts';
import { isStillTheirs, type StillTheirsDeps } from './still-theirs.ts';

interface DraftLinkDeps extends StillTheirsDeps, Pick<SessionDeps, 'access' | 'now'> {
  readonly drafts: Pick<DraftStore, 'readDraft'>;
}

/** A link to a draft that still exists. */
export interface DraftLink extends Admitted {
  readonly token: string;
  readonly draft: Draft;
  readonly hash: string;
  /** The mailbox that received the link. */
  readonly mailbox: string;
}

/** Admits the holder of a link to a draft. A link that is unknown, expired or no longer theirs may ask for a new one. */
export function draftLinkGuard(deps: DraftLinkDeps & PageDeps): Guard<DraftLink> {
  const refused = { refuse: () => deadLink(deps) };
  return async (_request, { token = '' }) => {
    const link = await readLink(deps, token);
    if (link?.purpose !== 'DRAFT') return refused;
    const draft = await deps.drafts.readDraft(link.reference);
    if (!draft || !isKept(draft, deps.now()) || !(await isStillTheirs(deps, draft, link.mailbox))) return refused;
    const { hash, mailbox } = link;
    return { seen: { actor: referrerActor(mailbox), token, draft, hash, mailbox, refuseForm: anyForm } };
  };
}
