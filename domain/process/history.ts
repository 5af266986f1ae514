import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { canonicalJson, sha256 } from '../values/hash.ts';

/**
 * What every event of a history holds beside its own fields: who, when, under which policy version. `hash` covers all of it
 * but `text`, which counts by `textHash`: so a text can be erased and the chain still verifies. `previousHash` is '' at first.
 */
export const eventShape = {
  n: z.int().min(1),
  at: z.iso.datetime(),
  by: actorSchema,
  policyVersion: z.int(),
  previousHash: z.string(),
  hash: z.string(),
  /** What a person typed. */
  text: z.string().optional(),
  textHash: z.string().optional(),
};

/** What appending adds to an event. */
interface Linked {
  readonly n: number;
  readonly at: string;
  readonly policyVersion: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly textHash?: string;
}

/** An event before it stands in a history. */
export type Unlinked<Event> = Event extends unknown ? Omit<Event, keyof Linked> : never;

/** An event as it stands in a history, as far as its links go. */
interface Link extends Pick<Linked, 'n' | 'previousHash' | 'hash'> {
  readonly text?: string | undefined;
  readonly textHash?: string | undefined;
}

/** The event as it follows the one before it (undefined: it is the first), linked to it by hash. */
export function linked<Event extends { readonly text?: string | undefined }>(
  previous: { readonly n: number; readonly hash: string } | undefined,
  event: Event,
  at: string,
  policyVersion: number,
): Event & Linked {
  const { text, ...rest } = event;
  const links = { n: (previous?.n ?? 0) + 1, at, policyVersion, previousHash: previous?.hash ?? '' };
  const textHash = text === undefined ? {} : { textHash: sha256(text) };
  const hash = sha256(canonicalJson({ ...rest, ...links, ...textHash }));
  return { ...event, ...links, ...textHash, hash };
}

/** The number of the first event that does not follow from the one before, or undefined when the history is whole. */
export function brokenAt(history: readonly Link[]): number | undefined {
  let previousHash = '';
  for (const [index, event] of history.entries()) {
    const { hash, text, ...covered } = event;
    const isLinked = event.n === index + 1 && event.previousHash === previousHash;
    const isText = text === undefined || event.textHash === sha256(text);
    if (!isLinked || !isText || hash !== sha256(canonicalJson(covered))) return index + 1;
    previousHash = hash;
  }
  return undefined;
}
