import * as z from 'zod';
import { noticePutRight } from '#domain/case/notice-put-right.ts';
import { type Notice, type PutRight, putRightSchema } from '#domain/notices/notice.ts';
import { linkIn, linkRenewed, type NotPutRight, seen, sentAgain } from '#domain/notices/put-right.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { AccessStore, CaseStore, Indexes, NoticeStore } from '#domain/ports/stores.ts';
import { CaseNotFound } from '#domain/problems/errors.ts';
import type { Policy } from '#domain/service/policy.ts';
import { isReference } from '#domain/values/reference.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { type ReasonFault, reasonFaults, reasonSchema } from '../reason-command.ts';

const noticeCommandSchema = z.object({
  reference: z.string(),
  noticeId: z.string(),
  what: putRightSchema,
  reason: reasonSchema,
});
export type NoticeCommand = z.input<typeof noticeCommandSchema>;

export type NoticeResult =
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ReasonFault>[] }
  | { readonly kind: 'DONE'; readonly what: PutRight }
  | { readonly kind: 'REFUSED'; readonly why: NotPutRight | 'UNKNOWN' };

export interface NoticeDeps {
  readonly notices: Pick<NoticeStore, 'readNotice' | 'saveNotice'>;
  readonly cases: CaseStore;
  readonly access: Pick<AccessStore, 'readLink' | 'putLink'>;
  readonly indexes: Pick<Indexes, 'linksOf'>;
  readonly policy: Policy;
  readonly now: Now;
}

const doneBy = { SEEN: seen, SENT_AGAIN: sentAgain, LINK_RENEWED: linkRenewed } as const;
/** More links than one referral ever has. */
const MOST_LINKS = 500;

/**
 * Sends an email again, with an end to the links before where its addressee is to have a new one, or says that nothing more is to
 * be done about one that reached no one. Who did it and why is kept by that same write, and in the history of its case. Where it goes, and
 * whether it may, is worked out when it is sent. Twice is as once: the first is under way.
 */
export function putNoticeRight(deps: NoticeDeps): (typed: NoticeCommand, by: Actor) => Promise<NoticeResult> {
  return async (typed, by) => {
    const read = readCommand(noticeCommandSchema, reasonFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, noticeId, what, reason } = read.command;
    const entry = await deps.notices.readNotice(reference, noticeId);
    if (!entry) return { kind: 'REFUSED', why: 'UNKNOWN' };
    const now = deps.now();
    const next = doneBy[what](entry, { now, by, reason });
    if (typeof next === 'string') return { kind: 'REFUSED', why: next };
    if (!(await deps.notices.saveNotice(next, entry.attempts))) return { kind: 'REFUSED', why: 'UNDER_WAY' };
    if (what === 'LINK_RENEWED') await endLinksBefore(deps, entry, now);
    await intoHistory(deps, { reference, notice: noticeId, what, reason, by });
    return { kind: 'DONE', what };
  };
}

/** Ends every link of this notice that was issued before: the one that the sweeper sends is younger. */
async function endLinksBefore(deps: NoticeDeps, { reference, kind, to, taskId }: Notice, now: string): Promise<void> {
  const links = await deps.indexes.linksOf(reference, MOST_LINKS);
  const purpose = linkIn({ kind });
  const before = links.filter(
    (link) => link.purpose === purpose && link.to === to && link.taskId === taskId && link.issuedAt < now,
  );
  for (const { hash } of before) {
    const link = await deps.access.readLink(hash);
    if (link && link.expiresAt > now) await deps.access.putLink({ ...link, expiresAt: now });
  }
}

interface PutRightIn {
  readonly reference: string;
  readonly notice: string;
  readonly what: PutRight;
  readonly reason: string;
  readonly by: Actor;
}

/** A digest and the email of a draft have no case, and only their own record says it. */
async function intoHistory(deps: NoticeDeps, { reference, ...done }: PutRightIn): Promise<void> {
  if (!isReference(reference)) return;
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  try {
    await changeCase(deps.cases, reference, (current) => noticePutRight(current, moment, done));
  } catch (error) {
    if (!(error instanceof CaseNotFound)) throw error;
  }
}
