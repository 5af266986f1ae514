import * as z from 'zod';
import { stored } from '../values/stored.ts';

const knownMessageSchema = z.discriminatedUnion('kind', [
  stored({ kind: z.literal('START'), run: z.int() }),
  stored({ kind: z.literal('WAKE'), token: z.string() }),
]);
type KnownMessage = z.infer<typeof knownMessageSchema>;

const known: ReadonlySet<string> = new Set(['START', 'WAKE']);

const laterMessageSchema = stored({
  kind: z
    .string()
    .refine((kind) => !known.has(kind), { error: 'is a message of this release without its fields' })
    .brand<'LaterCode'>(),
});

/** A message owed to the workflow; it stays until a step shows that the workflow has it. One of a later release is left alone. */
export const messageSchema = z.union([knownMessageSchema, laterMessageSchema]);
export type Message = z.infer<typeof messageSchema>;

/** What this release can deliver of an outbox. */
export function deliverable(outbox: readonly Message[]): KnownMessage[] {
  return outbox.filter(isKnown);
}

/** This outbox in place of the one before, whose messages of a later release stay: only its functions know when they have arrived. */
export function inPlaceOf(before: readonly Message[], after: readonly Message[]): Message[] {
  return [...deliverable(after), ...before.filter((message) => !isKnown(message))];
}

function isKnown(message: Message): message is KnownMessage {
  return known.has(message.kind);
}
