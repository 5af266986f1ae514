import * as z from 'zod';
import { bandIn } from '#domain/lists/band.ts';
import { confirmingBand } from '#domain/lists/change-place.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { blankableText } from '#domain/referral/text.ts';
import { type CommandRule, readCommand } from '../command.ts';
import { changeEntry } from '../lists/change-entry.ts';
import { holdersOf, type ListDeps } from '../lists/do-lists.ts';
import { finishTodo } from './finish-todo.ts';
import type { TodoDeps, TodoResult } from './tell-in-person.ts';

const LONGEST_REASON = 2000;

/** The rule of each fault of a band that is confirmed. */
export const bandFaults = {
  BAND_MISSING: 'not-a-choice',
  REASON_TOO_LONG: 'too-long',
  REASON_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type BandFault = keyof typeof bandFaults;

const bandSchema = z.object({
  band: z
    .string()
    .trim()
    .refine((typed) => bandIn(typed) !== undefined, 'BAND_MISSING' satisfies BandFault),
  reason: blankableText(LONGEST_REASON, { tooLong: 'REASON_TOO_LONG', unprintable: 'REASON_UNPRINTABLE' }),
});

/** Confirms the band of a child on a list, once, and with it the place. Does nothing for one who is on none any more. */
export function confirmBand(
  deps: TodoDeps & ListDeps,
): (todo: Todo, by: Actor, typed: z.input<typeof bandSchema>) => Promise<TodoResult<BandFault>> {
  return async (todo, by, typed) => {
    const read = readCommand(bandSchema, bandFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reason } = read.command;
    const band = bandIn(read.command.band);
    if (band === undefined) throw new Error('A band was read that is none.');
    const change = confirmingBand(band, { by, now: deps.now(), reason });
    const { saved } = await changeEntry(holdersOf(deps))(todo.reference, change);
    await finishTodo(deps, todo, by);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}
