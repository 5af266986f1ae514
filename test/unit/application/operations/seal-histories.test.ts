import { expect, test } from 'vitest';
import { Transient } from '#domain/problems/errors.ts';
import { chainOf, sealing } from '#test/kit/sealing.ts';

const THREE = chainOf('first', 'second', 'third');

test('a night seals the head of every case, by number, and names nothing but references', async () => {
  const { night, seals, write } = sealing();
  await write('SS-2', THREE);
  await write('SS-1', THREE.slice(0, 1));

  expect(await night('2026-09-24')).toEqual({ sealed: true, broken: 0 });
  expect(await seals.read(1)).toEqual({
    n: 1,
    night: '2026-09-24',
    sealedAt: '2026-09-24T03:15:00.000Z',
    previous: '',
    heads: [
      { reference: 'SS-1', events: 1, hash: THREE[0]?.hash },
      { reference: 'SS-2', events: 3, hash: THREE[2]?.hash },
    ],
    broken: [],
    accepted: [],
    mac: expect.any(String),
  });
});

test('the next night seals what has happened since, under the MAC of the night before', async () => {
  const { night, seals, told, write } = sealing();
  await write('SS-1', THREE.slice(0, 1));
  await night('2026-09-24');
  await write('SS-1', THREE);
  await night('2026-09-25');

  const [first, second] = [await seals.read(1), await seals.read(2)];
  expect(second).toMatchObject({ previous: first?.mac, heads: [{ events: 3, hash: THREE[2]?.hash }] });
  expect(told()).toEqual([]);
});

test('nights without a referral are sealed too, so a gap in the row of nights is seen', async () => {
  const { night, seals } = sealing();
  for (const on of ['2026-09-24', '2026-09-25']) await night(on);

  expect(await seals.entries()).toHaveLength(2);
});

test('two runs of one night seal once, also at the same time', async () => {
  const { night, seals, write } = sealing();
  await write('SS-1', THREE);
  const ran = await Promise.all([night('2026-09-24'), night('2026-09-24')]);

  expect(ran.filter(({ sealed }) => sealed)).toHaveLength(1);
  expect(await night('2026-09-24')).toEqual({ sealed: false, broken: 0 });
  expect(await seals.entries()).toEqual([{ n: 1, copies: 1 }]);
});

test('a run that ends before its seal is stored leaves nothing; the next one seals that night', async () => {
  let isUp = false;
  const world = sealing({
    seals: {
      put: async (seal) => {
        if (isUp) return world.seals.put(seal);
        throw new Transient('S3 is out of reach. Try again later.');
      },
    },
  });
  await world.write('SS-1', THREE);
  await expect(world.night('2026-09-24')).rejects.toThrow(Transient);
  isUp = true;

  expect(await world.night('2026-09-24')).toEqual({ sealed: true, broken: 0 });
  expect((await world.verify()).broken).toEqual([]);
});

test('a run that ends after its seal was stored is done: the next one neither seals again nor rings', async () => {
  let answers = false;
  const world = sealing({
    seals: {
      put: async (seal) => {
        const stored = await world.seals.put(seal);
        if (answers) return stored;
        throw new Transient('S3 is out of reach. Try again later.');
      },
    },
  });
  await world.write('SS-1', THREE);
  await expect(world.night('2026-09-24')).rejects.toThrow(Transient);
  answers = true;

  expect(await world.night('2026-09-24')).toEqual({ sealed: false, broken: 0 });
  expect(await world.seals.entries()).toEqual([{ n: 1, copies: 1 }]);
  expect(await world.night('2026-09-25')).toEqual({ sealed: true, broken: 0 });
  expect((await world.verify()).broken).toEqual([]);
});

test.each([
  ['a text hash that was altered', 'CHANGED', THREE.map((one) => ({ ...one, textHash: 'another' }))],
  ['an event that was taken out', 'CHANGED', THREE.filter(({ n }) => n !== 2)],
  ['the last event cut off', 'CUT_SHORT', THREE.slice(0, 2)],
  ['all events cut off', 'CUT_SHORT', []],
  ['a chain that was written anew, each hash made again', 'REWRITTEN', chainOf('first', 'changed', 'third')],
  ['a longer chain that was written anew', 'REWRITTEN', chainOf('first', 'changed', 'third', 'fourth')],
])('%s rings as %s, and every night until it is put back', async (_what, fault, history) => {
  const { night, told, write, seals } = sealing();
  await write('SS-1', THREE);
  await write('SS-2', THREE);
  await night('2026-09-24');
  await write('SS-1', history);

  expect(await night('2026-09-25')).toEqual({ sealed: true, broken: 1 });
  expect(told()).toEqual([{ event: 'history-broken', reference: 'SS-1', fault }]);
  expect(await seals.read(2)).toMatchObject({
    broken: ['SS-1'],
    heads: [{ events: 3, hash: THREE[2]?.hash }, { reference: 'SS-2' }],
  });
  await night('2026-09-26');
  expect(told()).toHaveLength(1);
  await write('SS-1', THREE);
  await night('2026-09-27');
  expect(told()).toEqual([]);
});

test('a deleted case rings', async () => {
  const { night, remove, told, write } = sealing();
  await write('SS-1', THREE);
  await night('2026-09-24');
  remove('SS-1');
  await night('2026-09-25');

  expect(told()).toEqual([{ event: 'history-broken', reference: 'SS-1', fault: 'MISSING' }]);
});

test('a run of a night that is sealed still looks at every history', async () => {
  const { night, told, write } = sealing();
  await write('SS-1', THREE);
  await night('2026-09-24');
  await write('SS-1', chainOf('changed'));
  await night('2026-09-24');

  expect(told()).toHaveLength(1);
});

test('a text that was erased does not ring: the chain runs over its hash', async () => {
  const { night, told, write } = sealing();
  await write('SS-1', THREE);
  await night('2026-09-24');
  await write(
    'SS-1',
    THREE.map(({ text: _erased, ...rest }) => rest),
  );
  await night('2026-09-25');

  expect(told()).toEqual([]);
});

test('what an operator accepts is sealed as it stands, said in the seal, and rings no more', async () => {
  const { night, seals, told, write } = sealing();
  const anew = chainOf('restored');
  await write('SS-1', THREE);
  await night('2026-09-24');
  await write('SS-1', anew);
  await night('2026-09-25');
  told();

  expect(await night('2026-09-25', { accept: ['SS-1'] })).toEqual({ sealed: true, broken: 0 });
  expect(await seals.read(3)).toMatchObject({ accepted: ['SS-1'], broken: [], heads: [{ hash: anew[0]?.hash }] });
  await night('2026-09-26');
  expect(told()).toEqual([]);
});

test('a case that is gone can be accepted too, and is sealed no more', async () => {
  const { night, remove, seals, told, write } = sealing();
  await write('SS-1', THREE);
  await night('2026-09-24');
  remove('SS-1');
  await night('2026-09-25', { accept: ['SS-1'] });
  await night('2026-09-26');

  expect(told()).toEqual([]);
  expect(await seals.read(3)).toMatchObject({ heads: [] });
});

test('what someone put behind a gap is not taken for the last seal', async () => {
  const { night, seals, write } = sealing();
  await write('SS-1', THREE);
  await night('2026-09-24');
  const seal = await seals.read(1);
  if (seal !== undefined) seals.putOver({ ...seal, n: 99, night: '2099-01-01', heads: [] });

  expect(await night('2026-09-25')).toEqual({ sealed: true, broken: 0 });
  expect((await seals.entries()).map(({ n }) => n)).toEqual([1, 2, 99]);
});

test('a malformed command is refused before anything is sealed', async () => {
  const { night, seals } = sealing();

  await expect(night('2026-09-24', { accept: 'SS-1' })).rejects.toMatchObject({ name: 'ZodError' });
  expect(await seals.entries()).toEqual([]);
});

test('the history of a support is sealed beside that of its case, and rings by its own name', async () => {
  const { night, seals, told, write, writeSupport, verify } = sealing();
  await write('SS-1', THREE);
  await writeSupport('SS-1', 'first', 'second');
  await night('2026-09-24');
  expect(await seals.read(1)).toMatchObject({
    heads: [
      { reference: 'SS-1', events: 3 },
      { reference: 'SS-1-support', events: 2 },
    ],
  });

  await writeSupport('SS-1', 'first', 'changed');
  await night('2026-09-25');
  expect(told()).toEqual([{ event: 'history-broken', reference: 'SS-1-support', fault: 'REWRITTEN' }]);
  expect((await verify()).broken).toEqual([expect.stringContaining('SS-1-support: 2 events were sealed')]);
});
