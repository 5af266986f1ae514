import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as timers from 'node:timers/promises';
import { reasonOf } from './start-error.ts';

export type Lock = { release(): void };

/**
 * Takes the folder for this process, or gives undefined while another process holds it. The operating system holds the
 * lock (SQLite's own), so it ends with the process that took it, however that ends.
 */
export async function takeLock(folder: string, name: string, patienceMs: number): Promise<Lock | undefined> {
  const file = join(folder, name);
  const until = performance.now() + patienceMs;
  for (;;) {
    const attempt = tryLock(file);
    if (attempt !== 'held') return attempt;
    if (performance.now() >= until) return undefined;
    await timers.setTimeout(50);
  }
}

function tryLock(file: string): Lock | 'held' {
  const database = new DatabaseSync(file);
  try {
    database.exec('BEGIN EXCLUSIVE');
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    if (/locked|busy/.test(reasonOf(error))) return 'held';
    if (!/not a database|malformed/.test(reasonOf(error))) throw error;
    rmSync(file, { force: true });
    return tryLock(file);
  }
}
