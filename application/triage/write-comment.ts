import * as z from 'zod';
import { type Actor, actorSchema } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CommentStore } from '#domain/ports/stores.ts';
import { text } from '#domain/referral/text.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';

const LONGEST_COMMENT = 2000;

const commentFaults = {
  COMMENT_MISSING: 'missing',
  COMMENT_TOO_LONG: 'too-long',
  COMMENT_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type CommentFault = keyof typeof commentFaults;

const commandSchema = z.object({
  reference: z.string(),
  /** Of the form, so that what is sent twice is kept once. */
  id: z.string(),
  by: actorSchema,
  comment: text(LONGEST_COMMENT, {
    missing: 'COMMENT_MISSING',
    tooLong: 'COMMENT_TOO_LONG',
    unprintable: 'COMMENT_UNPRINTABLE',
  }),
});

export type CommentResult =
  | { readonly kind: 'DONE' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<CommentFault>[] };

interface TypedComment {
  readonly reference: string;
  readonly id: string;
  readonly by: Actor;
  readonly comment: string;
}

export type WriteComment = (typed: TypedComment) => Promise<CommentResult>;

/** Keeps a comment of staff beside a referral, once however often its form is sent, and never in the case. */
export function writeComment(deps: {
  readonly comments: Pick<CommentStore, 'putComment'>;
  readonly now: Now;
}): WriteComment {
  return async (typed) => {
    const read = readCommand(commandSchema, commentFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { comment, ...about } = read.command;
    await deps.comments.putComment({ ...about, text: comment, at: deps.now() });
    return { kind: 'DONE' };
  };
}
