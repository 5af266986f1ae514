import * as z from 'zod';
import { stored } from '../../values/stored.ts';
import type { Movement } from '../movements.ts';

/** How many children came onto a list and left it, in a night or a month; who left by reason. */
export const sumsSchema = stored({
  opening: z.int().min(0),
  joined: z.int().min(0),
  returned: z.int().min(0),
  movedIn: z.int().min(0),
  started: z.int().min(0),
  movedOut: z.int().min(0),
  left: z.record(z.string(), z.int().min(0)),
  closing: z.int().min(0),
});
export type Sums = z.infer<typeof sumsSchema>;

/** The sums of these movements of one list between its opening and its closing. */
export function sumsOf(opening: number, moves: readonly Movement[], closing: number): Sums {
  const count = (kind: Movement['kind']) => moves.filter((move) => move.kind === kind).length;
  const left: Record<string, number> = {};
  for (const { kind, why = '' } of moves) if (kind === 'LEFT') left[why] = (left[why] ?? 0) + 1;
  return {
    ...{ opening, joined: count('JOINED'), returned: count('RETURNED'), movedIn: count('MOVED_IN') },
    ...{ started: count('STARTED'), movedOut: count('MOVED_OUT'), left, closing },
  };
}

/** Two sums that follow each other as one: it opens with the first and closes with the second. */
export function added(first: Sums, second: Sums): Sums {
  const left = { ...first.left };
  for (const [why, n] of Object.entries(second.left)) left[why] = (left[why] ?? 0) + n;
  return {
    opening: first.opening,
    joined: first.joined + second.joined,
    returned: first.returned + second.returned,
    movedIn: first.movedIn + second.movedIn,
    started: first.started + second.started,
    movedOut: first.movedOut + second.movedOut,
    left,
    closing: second.closing,
  };
}

/** How many left a list without support having begun, for whatever reason. */
export function allLeft({ left }: Pick<Sums, 'left'>): number {
  return Object.values(left).reduce((sum, n) => sum + n, 0);
}

/** What the movements do not explain: more there than there should be counts above 0, fewer below. */
export function unexplainedIn(sums: Sums): number {
  const { opening, joined, returned, movedIn, started, movedOut, closing } = sums;
  return closing + started + allLeft(sums) + movedOut - (opening + joined + returned + movedIn);
}
