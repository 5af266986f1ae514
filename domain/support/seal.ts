import type * as z from 'zod';
import { eventsAfter, eventsToSeal, isFull, partOf, partShape } from '../process/sealed-part.ts';
import { stored } from '../values/stored.ts';
import { type Support, supportSchema } from './support.ts';

const { history } = supportSchema.shape;

/** A sealed part of a support, numbered from 1: its oldest events. Never changed. */
export const supportPartSchema = stored({ ...partShape, history });
export type SupportPart = z.infer<typeof supportPartSchema>;

/** The part to be stored before this support is, or undefined while it fits. It holds whichever write is faster. */
export function supportPartToSeal(support: Support): SupportPart | undefined {
  if (!isFull(support.history)) return undefined;
  const events = eventsToSeal(support);
  return events.length === 0 ? undefined : { ...partOf(support), history: events };
}

/** The support without what this part holds. Throws when the part is not of this very support: nothing may be lost. */
export function withoutSupportPart(support: Support, part: SupportPart): Support {
  return { ...support, sealed: part.n, history: eventsAfter(support, part) };
}

/** The support with every event that was sealed, oldest first: for pages and proofs, never to be stored. */
export function wholeSupport(support: Support, parts: readonly SupportPart[]): Support {
  return { ...support, history: [...parts.flatMap((part) => part.history), ...support.history] };
}
