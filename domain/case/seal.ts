import type * as z from 'zod';
import { eventsAfter, eventsToSeal, firstOf, isFull, partOf, partShape } from '../process/sealed-part.ts';
import { stored } from '../values/stored.ts';
import { type Case, caseSchema } from './case.ts';

const { history, decisions, answers } = caseSchema.shape;

/** A sealed part of a case, numbered from 1: its oldest events, with the decisions and answers of that time. Never changed. */
export const sealedPartSchema = stored({ ...partShape, history, decisions, answers });
export type SealedPart = z.infer<typeof sealedPartSchema>;

/**
 * The part to be stored before this case is, or undefined while it fits. It holds only what was stored with the case
 * before: not what the change of `updatedAt` brings, nor the last decision and answer. So it holds whichever write is
 * faster.
 */
export function partToSeal(theCase: Case): SealedPart | undefined {
  const { history: all, decisions: settled, answers: given } = theCase;
  if (!isFull({ history: all, decisions: settled, answers: given })) return undefined;
  const events = eventsToSeal(theCase);
  const last = events.at(-1);
  if (!last) return undefined;
  return {
    ...partOf(theCase),
    history: events,
    decisions: firstOf(settled.slice(0, -1), ({ effectiveAt }) => effectiveAt <= last.at),
    answers: firstOf(given.slice(0, -1), ({ at }) => at <= last.at),
  };
}

/** The case without what this part holds. Throws when the part is not of this very case: nothing may be lost. */
export function withoutPart(theCase: Case, part: SealedPart): Case {
  return {
    ...theCase,
    sealed: part.n,
    history: eventsAfter(theCase, part),
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
