import * as z from 'zod';
import type { Actor } from '#domain/people/actor.ts';
import type { Log } from '#domain/ports/services.ts';
import { errorName } from '#domain/problems/errors.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { type ReasonFault, reasonFaults, reasonSchema } from '../reason-command.ts';
import { inLanes } from '../sweep/in-lanes.ts';
import { type NoticeDeps, type NoticeResult, putNoticeRight } from './put-notice-right.ts';

const AT_ONCE = 10;

const schema = z.object({
  notices: z.array(z.object({ reference: z.string(), noticeId: z.string() })),
  reason: reasonSchema,
});

/** What became of one email: it goes again, or why it does not. FAILED: it stays as it was, with the name of the error. */
export interface SentAgainOne {
  readonly reference: string;
  readonly noticeId: string;
  readonly result: 'SENT_AGAIN' | 'FAILED' | Extract<NoticeResult, { kind: 'REFUSED' }>['why'];
  readonly error?: string;
}

export type SentAgainResult =
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ReasonFault>[] }
  | { readonly kind: 'DONE'; readonly results: readonly SentAgainOne[] };

/** Sends each of these emails again, with one reason for all. Answers with what became of each, and one that fails keeps no other. Twice is as once. */
export function sendAgainAll(deps: NoticeDeps & { readonly log: Log }) {
  const one = putNoticeRight(deps);
  return async (typed: z.input<typeof schema>, by: Actor): Promise<SentAgainResult> => {
    const read = readCommand(schema, reasonFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { notices, reason } = read.command;
    const send = async (named: { reference: string; noticeId: string }): Promise<SentAgainOne> => {
      try {
        const result = await one({ ...named, what: 'SENT_AGAIN', reason }, by);
        return { ...named, result: result.kind === 'REFUSED' ? result.why : 'SENT_AGAIN' };
      } catch (error) {
        deps.log.error('send-again-failed', { ...named, error: errorName(error) });
        return { ...named, result: 'FAILED', error: errorName(error) };
      }
    };
    const done = await inLanes(notices, AT_ONCE, new AbortController().signal, send);
    return { kind: 'DONE', results: done.flatMap(({ result }) => result ?? []) };
  };
}
