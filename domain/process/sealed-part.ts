import * as z from 'zod';

/** What every sealed part has: whose it is, its number from 1, and when it was sealed. It is never changed. */
export const partShape = {
  reference: z.string(),
  n: z.int().min(1),
  sealedAt: z.iso.datetime(),
};

interface Dated {
  readonly at: string;
}

interface Linked extends Dated {
  readonly n: number;
  readonly hash: string;
}

/** What can move its oldest events to sealed parts; `sealed` counts those there are. */
interface Sealable<Event> {
  readonly reference: string;
  readonly updatedAt: string;
  readonly sealed?: number | undefined;
  readonly history: readonly Event[];
}

/** Above this the oldest of a history moves to a part. In bytes of JSON; an item of the table may hold 400 KB in all. */
const FULL = 80_000;
/** What stays of the newest when a part is sealed, at least. In bytes. */
const KEPT = 30_000;

/** Whether this must lose its oldest part before it is stored. */
export function isFull(value: unknown): boolean {
  return bytesOf(value) > FULL;
}

/** What the next part begins with. */
export function partOf({ reference, sealed = 0, updatedAt }: Omit<Sealable<never>, 'history'>) {
  return { reference, n: sealed + 1, sealedAt: updatedAt };
}

/**
 * The events that leave the newest behind, oldest first. None is of the instant of the last change: so a part holds only what
 * was stored before that change, whichever write is faster.
 */
export function eventsToSeal<Event extends Dated>({ history, updatedAt }: Sealable<Event>): Event[] {
  let newest = 0;
  const kept = history.findLastIndex((event) => {
    newest += bytesOf(event);
    return newest > KEPT;
  });
  return firstOf(history.slice(0, Math.max(0, kept)), ({ at }) => at < updatedAt);
}

/** All up to the first of which this is not true, so that what is cut off by its number is what was sealed. */
export function firstOf<One>(all: readonly One[], isOlder: (one: One) => boolean): One[] {
  const end = all.findIndex((one) => !isOlder(one));
  return all.slice(0, end < 0 ? all.length : end);
}

/** The events that follow this part. Throws when the part is not of this very history: nothing may be lost. */
export function eventsAfter<Event extends Linked>(
  { reference, sealed = 0, history }: Omit<Sealable<Event>, 'updatedAt'>,
  part: { readonly n: number; readonly history: readonly Linked[] },
): Event[] {
  const last = part.history.at(-1);
  const index = history.findIndex(({ n, hash }) => n === last?.n && hash === last?.hash);
  if (part.n !== sealed + 1 || index !== part.history.length - 1) {
    throw new Error(`Part ${part.n} of ${reference} does not belong to its history.`);
  }
  return history.slice(index + 1);
}

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
