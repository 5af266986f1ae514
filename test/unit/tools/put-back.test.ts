import { expect, test } from 'vitest';
import { type Item, putBack, type Records } from '#tools/put-back/put-back.ts';

const item = (pk: string, sk: string, more: object = {}): Item => ({ pk, sk, ...more });
const referral = item('REF#SS-AAAA-AAAA-A', 'REFERRAL', { child: 'Juniper Quixotica' });
const theCase = item('REF#SS-AAAA-AAAA-A', 'CASE', { version: 3 });
const link = item('LINK#5f1d', 'LINK', { reference: 'SS-AAAA-AAAA-A' });

/** A table in memory. */
function table(...items: Item[]): Records & { readonly items: Item[] } {
  return {
    items,
    async *all() {
      yield* items;
    },
    putIfAbsent: async (one) => {
      if (items.some(({ pk, sk }) => pk === one.pk && sk === one.sk)) return false;
      items.push(one);
      return true;
    },
  };
}

const run = (from: Records, to: Records, given: { write?: boolean; without?: string[] } = {}) =>
  putBack({ from, to, write: given.write ?? true, without: new Set(given.without) });

test('what the live table has lost comes back, and what came later stays', async () => {
  const later = item('REF#SS-BBBB-BBBB-B', 'CASE');
  const live = table(theCase, later);

  expect(await run(table(referral, theCase, link), live)).toEqual([
    'LINK: 1 missing',
    'SS-AAAA-AAAA-A: 1 missing',
    '2 items were put back. Nothing was written over.',
  ]);
  expect(live.items).toEqual([theCase, later, referral, link]);
});

test('an item that has gone on since is named and stays as it is', async () => {
  const now = { ...theCase, version: 5 };
  const live = table(now, referral);

  expect((await run(table(referral, theCase), live))[0]).toBe('SS-AAAA-AAAA-A: 1 not as it was then');
  expect(live.items).toEqual([now, referral]);
});

test('without --write it says what would come back and writes nothing', async () => {
  const live = table();

  expect(await run(table(referral, theCase), live, { write: false })).toEqual([
    'SS-AAAA-AAAA-A: 2 missing',
    'Nothing was written. 2 items would be put back with --write.',
  ]);
  expect(live.items).toEqual([]);
});

test('put back twice, the second time finds nothing (twice)', async () => {
  const live = table();
  await run(table(referral, theCase), live);

  expect(await run(table(referral, theCase), live)).toEqual(['0 items were put back. Nothing was written over.']);
});

test('nothing of a referral that was erased since comes back, by its key or by its name', async () => {
  const live = table();

  await run(table(referral, theCase, link), live, { without: ['SS-AAAA-AAAA-A'] });

  expect(live.items).toEqual([]);
});

test('sessions, codes, leases and what was put off do not come back: they would open or stop something (late)', async () => {
  const live = table();
  const ofThen = [
    item('SESSION#1', 'SESSION'),
    item('CHALLENGE#1', 'CHALLENGE'),
    item('LEASE#sweep', 'LEASE'),
    item('REF#SS-AAAA-AAAA-A', 'PAUSE#CASE'),
  ];

  expect(await run(table(...ofThen), live)).toEqual(['0 items were put back. Nothing was written over.']);
});

test('an item that someone stores at that moment is not written over (a race)', async () => {
  const live = table();
  const racing = { ...live, putIfAbsent: async () => false };

  expect((await run(table(theCase), racing)).at(-1)).toBe('0 items were put back. Nothing was written over.');
});

test('lines hold references and kinds, and nothing of what an item says (hostile)', async () => {
  const claim = item('CLAIM#4bf5a0', 'CLAIM', { reference: 'SS-AAAA-AAAA-A' });
  const said = (await run(table(referral, claim), table())).join('\n');

  expect(said).not.toMatch(/Juniper|4bf5a0/);
});
