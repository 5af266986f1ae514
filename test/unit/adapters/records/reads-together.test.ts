import { expect, test } from 'vitest';
import { memoryTable } from '#adapters/memory/table.ts';
import { withReadsTogether } from '#adapters/records/reads-together.ts';
import { Transient } from '#domain/problems/errors.ts';

/** A table with two items, and what was asked of it: a lone read, or how many keys in one call. */
async function table(getAll?: () => Promise<never>) {
  const memory = memoryTable(false);
  await memory.put({ pk: 'REF#1', sk: 'CASE', version: 1 });
  await memory.put({ pk: 'REF#2', sk: 'CASE', version: 1 });
  const asked: (number | 'alone')[] = [];
  const watched = {
    ...memory,
    get: (pk: string, sk: string) => {
      asked.push('alone');
      return memory.get(pk, sk);
    },
  };
  const together = withReadsTogether(watched, {
    getAll: (keys) => {
      asked.push(keys.length);
      return getAll ? getAll() : memory.getAll(keys);
    },
  });
  return { memory, together, asked };
}

test('what is asked for in one turn is read in one call, each key once, and what is missing is undefined', async () => {
  const { together, asked } = await table();
  const read = await Promise.all(['REF#1', 'REF#2', 'REF#1', 'REF#9'].map((pk) => together.get(pk, 'CASE')));
  expect(read.map((item) => item?.pk)).toEqual(['REF#1', 'REF#2', 'REF#1', undefined]);
  expect(asked).toEqual([3]);
});

test('a read by itself is one by itself', async () => {
  const { together, asked } = await table();
  expect([await together.get('REF#1', 'CASE'), await together.get('REF#9', 'CASE')]).toMatchObject([
    { pk: 'REF#1' },
    undefined,
  ]);
  expect(asked).toEqual(['alone', 'alone']);
});

test('nothing is kept: a read after a write finds what was written', async () => {
  const { memory, together } = await table();
  await Promise.all([together.get('REF#1', 'CASE'), together.get('REF#2', 'CASE')]);
  await memory.put({ pk: 'REF#1', sk: 'CASE', version: 2 });
  const read = await Promise.all([together.get('REF#1', 'CASE'), together.get('REF#2', 'CASE')]);
  expect(read.map((item) => item?.version)).toEqual([2, 1]);
});

test('where the call fails, each read of it fails, and the next turn reads again', async () => {
  let fails = true;
  const { together } = await table(async () => {
    if (fails) throw new Transient('The store is out of reach.');
    throw new Error('It was asked again.');
  });
  const both = () => Promise.allSettled([together.get('REF#1', 'CASE'), together.get('REF#2', 'CASE')]);
  expect((await both()).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  await expect(together.get('REF#1', 'CASE')).resolves.toMatchObject({ pk: 'REF#1' });
});
