import * as timers from 'node:timers/promises';

const POLL_MS = 50;
const PATIENCE_MS = 30_000;

/** What `look` finds, as soon as it finds something; throws when that takes too long. */
export async function until<T>(what: string, look: () => Promise<T | undefined>, patienceMs = PATIENCE_MS): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`Waited ${patienceMs / 1000} s in vain until ${what}.`);
    await timers.setTimeout(POLL_MS);
  }
}
