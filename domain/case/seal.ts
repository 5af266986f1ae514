import * as z from 'zod';
import { stored } from '../values/stored.ts';
import { type Case, caseSchema } from './case.ts';

const { history, decisions, answers } = caseSchema.shape;

/** A sealed part of a case, numbered from 1: its oldest events, with the decisions and answers of that time. Never changed. */
export const sealedPartSchema = stored({
  reference: z.string(),
  n: z.int().min(1),
  sealedAt: z.iso.datetime(),
  history,
  decisions,
  answers,
});
export type SealedPart = z.infer<typeof sealedPartSchema>;

type Sealable = Pick<Case, 'history' | 'decisions' | 'answers'>;

/** Above this the oldest of a case moves to a part. In bytes of JSON; an item of the table may hold 400 KB in all. */
const FULL = 80_000;
/** What a case keeps of its newest when a part is sealed, at least. In bytes. */
const KEPT = 30_000;

/**
 * The part to be stored before this case is, or undefined while it fits. It holds only what was stored with the case
 * before: not what the change of `updatedAt` brings, nor the last decision and answer. So it holds whichever write is
 * faster.
 */
export function partToSeal(theCase: Case): SealedPart | undefined {
  if (bytesOf(sealableOf(theCase)) <= FULL) return undefined;
  const events = olderThan(theCase);
  const last = events.at(-1);
  if (!last) return undefined;
  return {
    reference: theCase.reference,
    n: (theCase.sealed ?? 0) + 1,
    sealedAt: theCase.updatedAt,
    history: events,
    decisions: firstOf(theCase.decisions.slice(0, -1), ({ effectiveAt }) => effectiveAt <= last.at),
    answers: firstOf(theCase.answers.slice(0, -1), ({ at }) => at <= last.at),
  };
}

/** The events that leave the newest `KEPT` bytes behind, oldest first; none of the instant of the last change. */
function olderThan({ history: all, updatedAt }: Case): SealedPart['history'] {
  let newest = 0;
  const kept = all.findLastIndex((event) => {
    newest += bytesOf(event);
    return newest > KEPT;
  });
  return firstOf(all.slice(0, Math.max(0, kept)), ({ at }) => at < updatedAt);
}

/** All up to the first of which this is not true, so that what is cut off by its number is what was sealed. */
function firstOf<One>(all: readonly One[], isOlder: (one: One) => boolean): One[] {
  const end = all.findIndex((one) => !isOlder(one));
  return all.slice(0, end < 0 ? all.length : end);
}

/** The case without what this part holds. Throws when the part is not of this very case: nothing may be lost. */
export function withoutPart(theCase: Case, part: SealedPart): Case {
  const last = part.history.at(-1);
  const index = theCase.history.findIndex(({ n, hash }) => n === last?.n && hash === last?.hash);
  if (part.n !== (theCase.sealed ?? 0) + 1 || index !== part.history.length - 1) {
    throw new Error(`Part ${part.n} of case ${theCase.reference} does not belong to its history.`);
  }
  return {
    ...theCase,
    sealed: part.n,
    history: theCase.history.slice(index + 1),
    decisions: theCase.decisions.slice(part.decisions.length),
    answers: theCase.answers.slice(part.answers.length),
  };
}

/** The case with everything that was sealed, oldest first: for pages, never to be stored. */
export function wholeCase(theCase: Case, parts: readonly SealedPart[]): Case {
  return {
    ...theCase,
    history: [...parts.flatMap((part) => part.history), ...theCase.history],
    decisions: [...parts.flatMap((part) => part.decisions), ...theCase.decisions],
    answers: [...parts.flatMap((part) => part.answers), ...theCase.answers],
  };
}

function sealableOf({ history: events, decisions: settled, answers: given }: Case): Sealable {
  return { history: events, decisions: settled, answers: given };
}

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
