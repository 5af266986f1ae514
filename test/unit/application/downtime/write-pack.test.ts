import { expect, test } from 'vitest';
import { writePack } from '#application/downtime/write-pack.ts';
import { defaultPolicy } from '#domain/service/policy.ts';

/** The packs that a run leaves at this instant, and what it logged. */
async function runAt(now: string) {
  const kept = new Map<string, string>();
  const logged: unknown[] = [];
  const run = writePack({
    printPack: async (today) => `pack of ${today}`,
    sealFile: async (name, text) => Buffer.from(`${name}: ${text}`),
    packs: { putPack: async (name, archive) => void kept.set(name, Buffer.from(archive).toString()) },
    policy: defaultPolicy,
    now: () => now,
    log: { info: (event, fields) => void logged.push([event, fields]), error: () => {} },
  });
  return { result: await run(), kept: [...kept], logged };
}

test('a working day has a pack, under its date by the clock of London', async () => {
  const { result, kept, logged } = await runAt('2026-09-24T17:00:00.000Z');

  expect(kept).toEqual([['downtime-pack-2026-09-24.zip', 'downtime-pack-2026-09-24.html: pack of 2026-09-24']]);
  expect([result, logged]).toEqual([{ written: 1 }, [['pack-seen-to', { day: '2026-09-24', written: 1 }]]]);
});

test.each([
  ['a Saturday', '2026-09-26T17:00:00.000Z', '2026-09-26'],
  ['Christmas Day', '2026-12-25T17:00:00.000Z', '2026-12-25'],
])('%s has none, and the log says that the day was seen to', async (_day, now, day) => {
  const { kept, logged } = await runAt(now);

  expect([kept, logged]).toEqual([[], [['pack-seen-to', { day, written: 0 }]]]);
});

test('a pack that cannot be kept fails the run, so that Lambda tries again and at last an alarm rings', async () => {
  const failing = writePack({
    printPack: async () => 'pack',
    sealFile: async () => new Uint8Array(),
    packs: { putPack: () => Promise.reject(new Error('The bucket is gone.')) },
    policy: defaultPolicy,
    now: () => '2026-09-24T17:00:00.000Z',
    log: { info: () => expect.fail('Nothing was written.'), error: () => {} },
  });

  await expect(failing()).rejects.toThrow('The bucket is gone.');
});
