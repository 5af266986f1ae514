import { isKept } from '#domain/draft/draft.ts';
import type { Link } from '#domain/people/link.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { sha256 } from '#domain/values/hash.ts';
import { changeChallenge } from '../../access/challenge.ts';
import { NEW_LINK } from '../../access/dead-link.ts';
import { hasTime, storedLink } from '../../access/links.ts';
import { newLinkWords } from '../../access/new-link-words.ts';
import { isStillTheirs } from '../../access/still-theirs.ts';
import type { RouteHandle } from '../../http/router.ts';
import { ownForm } from '../../layout/own-form.ts';
import { say } from '../../layout/page.ts';
import type { FormDeps } from '../deps.ts';
import { sendLink } from '../save-for-later/page.ts';

/**
 * POST of the page of a dead link to a draft: emails a new one where the old one went, while its draft is still kept. The answer
 * is the same for every address that can be typed. Every other form goes on to `next`.
 */
export function orNewDraftLink(deps: FormDeps, next: RouteHandle): RouteHandle {
  return async (request, parameters) => {
    const form = ownForm(deps, request);
    if ('status' in form || form.fields[NEW_LINK.field] === undefined) return next(request, parameters);
    const link = await storedLink(deps, parameters.token ?? '');
    if (link?.purpose === 'DRAFT' && !hasTime(deps, link)) await renew(deps, link);
    return say(deps, 200, newLinkWords.title, ...newLinkWords.ofDraft);
  };
}

/** A refusal of the mail service or of a budget is answered as any other: whoever asks learns nothing. */
async function renew(deps: FormDeps, { hash, reference, mailbox }: Link): Promise<void> {
  const draft = await deps.drafts.readDraft(reference);
  if (!draft || !isKept(draft, deps.now()) || !(await isStillTheirs(deps, draft, mailbox))) return;
  if (await isFirstToday(deps, hash)) await sendLink(deps, draft, mailbox);
}

/** Counted before it is sent: one a day for one link, however often and from wherever it is asked for. */
async function isFirstToday({ access, now }: FormDeps, hash: string): Promise<boolean> {
  const at = now();
  return changeChallenge(access, sha256(`new link for ${hash}`), (current) => {
    if (current && londonDateOf(current.lastSentAt) === londonDateOf(at)) return { result: false };
    return { next: { codeHash: '', expiresAt: at, triesLeft: 0, sent: 1, lastSentAt: at }, result: true };
  });
}
