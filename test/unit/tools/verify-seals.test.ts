import { expect, test } from 'vitest';
import { createMemorySeals } from '#adapters/memory/seals.ts';
import { textToSeal } from '#domain/process/night-seal.ts';
import { chainOf, sealing } from '#test/kit/sealing.ts';
import { verifySeals } from '#tools/verify/seals.ts';

const THREE = chainOf('first', 'second', 'third');

/** Two nights: SS-1 had one event and then three, SS-2 three. */
async function twoNights() {
  const world = sealing();
  await world.write('SS-1', THREE.slice(0, 1));
  await world.write('SS-2', THREE);
  await world.night('2026-09-24');
  await world.write('SS-1', THREE);
  await world.night('2026-09-25');
  return world;
}

test('histories that went on, and texts that were erased, hold against every seal', async () => {
  const { verify, write } = await twoNights();
  const erased = chainOf('first', 'second', 'third', 'fourth').map(({ text: _erased, ...rest }) => rest);
  await write('SS-1', erased);

  expect(await verify()).toEqual({ broken: [], accepted: [] });
});

test.each([
  [
    'a text hash that was altered',
    THREE.map((one) => (one.n === 2 ? { ...one, textHash: 'another' } : one)),
    'SS-1: event 2 does not follow from the one before',
  ],
  [
    'an event that was taken out',
    THREE.filter(({ n }) => n !== 2),
    'SS-1: event 2 does not follow from the one before',
  ],
  [
    'a history that was cut short',
    THREE.slice(0, 2),
    'SS-1: 3 events were sealed in the night of 2026-09-25, and fewer are there now.',
  ],
  [
    'the last event written anew, its hash made again',
    chainOf('first', 'second', 'changed'),
    'SS-1: 3 events were sealed in the night of 2026-09-25, and the events up to there are others now.',
  ],
  [
    'the whole chain written anew, each hash made again',
    chainOf('changed', 'second', 'third'),
    'SS-1: 1 event was sealed in the night of 2026-09-24, and the events up to there are others now.',
  ],
])('%s is found by reference, with the first night that it contradicts', async (_what, history, line) => {
  const { verify, write } = await twoNights();
  await write('SS-1', history);

  expect((await verify()).broken).toEqual([line]);
});

test('a deleted case is found by name', async () => {
  const { remove, verify } = await twoNights();
  remove('SS-2');

  expect((await verify()).broken).toEqual([
    'SS-2: 3 events were sealed in the night of 2026-09-24, and the case is gone.',
  ]);
});

test('what an operator accepted is told apart; what changed after that is broken again', async () => {
  const { night, verify, write } = await twoNights();
  await write('SS-1', chainOf('restored'));
  await night('2026-09-26', { accept: ['SS-1'] });
  const accepted = ['SS-1: sealed as it stood in the night of 2026-09-26, as an operator asked.'];
  expect(await verify()).toEqual({ broken: [], accepted });

  await write('SS-1', chainOf('restored otherwise'));
  expect((await verify()).broken).toEqual([
    'SS-1: 1 event was sealed in the night of 2026-09-26, and the events up to there are others now.',
  ]);
});

test('a seal made without the key is found, even where it fits a chain that was written anew', async () => {
  const { seals, verify, write } = sealing();
  const anew = chainOf('changed');
  await write('SS-1', anew);
  const heads = [{ reference: 'SS-1', events: 1, hash: anew[0]?.hash ?? '' }];
  const forged = { n: 1, night: '2026-09-24', sealedAt: '2026-09-24T03:15:00.000Z', previous: '', heads };
  await seals.put({ ...forged, broken: [], accepted: [], mac: textToSeal({ ...forged, broken: [], accepted: [] }) });

  expect((await verify()).broken).toEqual(['Seal 1 of the night of 2026-09-24 was not made by this service.']);
});

test('a real seal of another place in the row is found', async () => {
  const { seals, verify } = await twoNights();
  const first = await seals.read(1);
  if (first !== undefined) await seals.put({ ...first, n: 3 });

  expect((await verify()).broken).toEqual(['Seal 3 of the night of 2026-09-24 was not made by this service.']);
});

test('what was put over a seal is told, and the first one is what histories are held against', async () => {
  const { seals, verify } = await twoNights();
  const first = await seals.read(1);
  if (first !== undefined) seals.putOver({ ...first, heads: [] });

  expect((await verify()).broken).toEqual([
    'Seal 1: something was put over it, or it was deleted. The first one is read.',
  ]);
});

test('a gap in the row is told', async () => {
  const { seals, verify } = await twoNights();
  const second = await seals.read(2);
  if (second !== undefined) seals.putOver({ ...second, n: 4 });

  expect((await verify()).broken).toContain('Seal 3 is missing or 4 was put there by someone else.');
});

test('how many seals there are and the night of the last one are told, so that one sees when nights are missing', async () => {
  const { key, seals } = await twoNights();
  const nothing = { chains: new Map(), broken: [] };

  expect(await verifySeals({ seals, verifyMac: key.verifyMac }, nothing)).toMatchObject({
    seals: 2,
    lastNight: '2026-09-25',
  });
  const none = createMemorySeals();
  expect((await verifySeals({ seals: none, verifyMac: key.verifyMac }, nothing)).lastNight).toBeUndefined();
});

test('what was erased is no fault, tonight and for the command, which names it with its ground', async () => {
  const { erase, night, told, verify, write, writeSupport } = sealing();
  await write('SS-1', THREE);
  await write('SS-2', THREE);
  await writeSupport('SS-2', 'first');
  await night('2026-09-24');
  await erase('SS-1', '2026-09-25T02:15:00.000Z');
  await night('2026-09-25');

  expect(told()).toEqual([]);
  expect(await verify()).toMatchObject({
    broken: [],
    erased: ['SS-1: erased on 2026-09-25, NOT_AGREED, by MACHINE.'],
  });
});

test('a referral that came again under the reference of an erased one is sealed and verified as its own', async () => {
  const { erase, night, told, verify, write } = sealing();
  await write('SS-1', THREE);
  await night('2026-09-24');
  await erase('SS-1', '2026-09-25T02:15:00.000Z');
  await night('2026-09-25');
  await write('SS-1', chainOf('another'));
  await night('2026-09-26');

  expect(told()).toEqual([]);
  expect((await verify()).broken).toEqual([]);
});

test('a history that is gone and stands on no list rings, whatever else was erased (hostile)', async () => {
  const { erase, night, remove, told, verify, write } = sealing();
  await write('SS-1', THREE);
  await write('SS-2', THREE);
  await night('2026-09-24');
  await erase('SS-1', '2026-09-25T02:15:00.000Z');
  remove('SS-2');
  await night('2026-09-25');

  expect(told()).toEqual([{ event: 'history-broken', reference: 'SS-2', fault: 'MISSING' }]);
  expect((await verify()).broken).toEqual([expect.stringMatching(/^SS-2: .*the case is gone\.$/)]);
});
