import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Item, Records } from '../put-back/put-back.ts';
import type { Files } from './files.ts';
import { schemas } from './schemas.ts';

/** From where it is exported. */
export interface Exported {
  readonly records: Pick<Records, 'all'>;
  readonly files: Files;
}

const DATA_MODEL = new URL('../../docs/data-model.md', import.meta.url);
/** The keys of buckets are of our own making: letters, digits and a few signs, and never a way out of the folder. */
const KEY = /^(?!.*\.\.)[\w.-]+(\/[\w.-]+)*$/;

/**
 * Everything that a service holds, as files that other software reads: a file of JSON for each referral with all its records, one for
 * each other kind, each document as it was sent, what all of it means, and a check sum of each file. It is for its owner alone to
 * read. Throws, with nothing written, where the folder holds anything.
 */
export async function exportAll({ records, files }: Exported, folder: string): Promise<readonly string[]> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty. Name a new folder.`);
  const sums: string[] = [];
  const write = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, content, { mode: 0o600, flag: 'wx' });
    sums.push(`${createHash('sha256').update(content).digest('hex')}  ${name}`);
  };
  const { referrals, others, count } = await sorted(records);
  for (const [reference, items] of referrals) write(`referrals/${reference}.json`, json(items));
  for (const [kind, items] of others) write(`others/${kind}.json`, json(items));
  let documents = 0;
  for await (const { key, bytes } of files.all()) {
    if (!KEY.test(key))
      throw new Error('The bucket has a file that the service did not put there. Copy the bucket by hand.');
    write(`files/${key}`, bytes);
    documents += 1;
  }
  for (const [name, schema] of schemas()) write(`schemas/${name}.json`, json(schema));
  write('data-model.md', readFileSync(DATA_MODEL));
  writeFileSync(join(folder, 'SHA256SUMS'), `${sums.join('\n')}\n`, { mode: 0o600 });
  return [
    `${referrals.size} referrals, ${count} records and ${documents} files were written to ${folder}.`,
    'They hold the data of children. Keep them as safe as the service did.',
  ];
}

/** Every record by its referral, and those of no referral by their kind, each in the order of its key. */
async function sorted(records: Exported['records']) {
  const [referrals, others] = [new Map<string, Item[]>(), new Map<string, Item[]>()];
  let count = 0;
  for await (const item of records.all()) {
    const [kind = '', id = ''] = String(item.pk).split('#');
    const [group, name] = kind === 'REF' ? ([referrals, id] as const) : ([others, kind.toLowerCase()] as const);
    group.set(name, [...(group.get(name) ?? []), item]);
    count += 1;
  }
  const inOrder = (group: ReadonlyMap<string, Item[]>) =>
    new Map([...group].toSorted().map(([name, items]) => [name, items.toSorted(byKey)] as const));
  return { referrals: inOrder(referrals), others: inOrder(others), count };
}

const keyOf = ({ pk, sk }: Item) => `${pk} ${sk}`;
const byKey = (one: Item, other: Item) => (keyOf(one) < keyOf(other) ? -1 : 1);
const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
