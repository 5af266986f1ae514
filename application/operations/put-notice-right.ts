import * as z from 'zod';
import { type PutRight, putRightSchema } from '#domain/notices/notice.ts';
import { type NotPutRight, seen, sentAgain } from '#domain/notices/put-right.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { NoticeStore } from '#domain/ports/stores.ts';
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

/**
 * Sends an email again, or says that nothing more is to be done about one that reached no one. Who did it and why is kept by
 * that same write. Where it goes, and whether it may, is worked out when it is sent. Twice is as once: the first is under way.
 */
export function putNoticeRight(deps: {
  readonly notices: Pick<NoticeStore, 'readNotice' | 'saveNotice'>;
  readonly now: Now;
}): (typed: NoticeCommand, by: Actor) => Promise<NoticeResult> {
  return async (typed, by) => {
    const read = readCommand(noticeCommandSchema, reasonFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, noticeId, what, reason } = read.command;
    const entry = await deps.notices.readNotice(reference, noticeId);
    if (!entry) return { kind: 'REFUSED', why: 'UNKNOWN' };
    const next = (what === 'SEEN' ? seen : sentAgain)(entry, { now: deps.now(), by, reason });
    if (typeof next === 'string') return { kind: 'REFUSED', why: next };
    const isMine = await deps.notices.saveNotice(next, entry.attempts);
    return isMine ? { kind: 'DONE', what } : { kind: 'REFUSED', why: 'UNDER_WAY' };
  };
}
