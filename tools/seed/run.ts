import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startInstance } from '#local/instance.ts';
import { parseInstant } from '#local/london.ts';
import { parseOptions } from '#local/options.ts';
import { StartError } from '#local/start-error.ts';
import type { Print } from '../demo/print.ts';
import { type Seeded, seed } from './seed.ts';

/**
 * Fills a fresh data folder with a case in every state, prints where to look, and leaves the folder for npm start. Takes the
 * options of npm start. Throws StartError for a folder that is in use already.
 */
export async function runSeed(args: string[], print: Print): Promise<void> {
  const options = parseOptions(args);
  const { data } = options;
  if (data === undefined) throw new StartError('What is seeded must be kept. Leave --ephemeral out.');
  if (existsSync(join(data, 'format'))) {
    throw new StartError(`The data folder ${data} holds records. Pass another --data folder, or delete this one.`);
  }
  const instance = await startInstance({ ...options, now: options.now ?? parseInstant('2026-09-24T09:00') });
  try {
    print(`A case in every state goes into ${data}. This takes about a minute.\n`);
    for (const line of tableOf(await seed(instance))) print(line);
    print(`\nAll people are fictional. Start it with: npm start${args.length === 0 ? '' : ` -- ${args.join(' ')}`}`);
    print(`What it serves is then at ${instance.url}, and the pages named above too.`);
  } finally {
    await instance.stop();
  }
}

/** One line a case, in columns. */
export function tableOf(seeded: readonly Seeded[]): string[] {
  const rows = [{ reference: 'Reference', status: 'State', what: 'Case', look: 'Where to look' }, ...seeded];
  const widest = (column: 'status' | 'what') => Math.max(...rows.map((row) => row[column].length));
  return rows.map(({ reference, status, what, look }) =>
    [reference.padEnd(11), status.padEnd(widest('status')), what.padEnd(widest('what')), look].join('  '),
  );
}
