import { expect, test } from 'vitest';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { changeSupport } from '#application/support/support-store.ts';
import { personActor } from '#domain/people/actor.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import { brokenAt } from '#domain/process/history.ts';
import { changed } from '#domain/support/change.ts';
import { newSupport } from '#domain/support/make.ts';
import { AT, anEntry, minutesAfter } from '#test/contract/samples.ts';

const REFERENCE = '23456789CDF';
const sam = personActor('sam', 'Sam Field', 'Practitioner');
const LARGEST_ITEM = 300_000;

async function world() {
  const stores = createMemoryStores();
  const sizes: number[] = [];
  const noted = (item: unknown) => void sizes.push(Buffer.byteLength(JSON.stringify(item)));
  const supports: SupportStore = {
    ...stores.supports,
    saveSupport: async (next) => {
      noted(next);
      return stores.supports.saveSupport(next);
    },
    putPart: async (part) => {
      noted(part);
      return stores.supports.putPart(part);
    },
  };
  await supports.createSupport(newSupport(REFERENCE, anEntry('1#a'), { now: AT, policyVersion: 1 }));
  /** One more call that reached no one, `n` minutes later. */
  const rung = (n: number, store = supports) =>
    changeSupport(store, REFERENCE, (found) => {
      const event = {
        event: 'FAMILY_RUNG',
        by: sam,
        offer: 'O1',
        said: 'NOT_REACHED',
        text: 'Ä'.repeat(2000),
      } as const;
      return changed(found, { now: minutesAfter(n), policyVersion: 1 }, {}, event);
    });
  return { supports, sizes, rung };
}

test('a support of 500 calls passes no item of 300 KB, and its chain verifies across the parts', async () => {
  const { supports, sizes, rung } = await world();
  for (let n = 1; n <= 500; n += 1) await rung(n);

  const kept = await supports.readSupport(REFERENCE);
  const whole = await supports.readWholeSupport(REFERENCE);
  expect(Math.max(...sizes)).toBeLessThan(LARGEST_ITEM);
  expect(kept?.sealed).toBeGreaterThan(10);
  expect(whole?.history).toHaveLength(501);
  expect(brokenAt(whole?.history ?? [])).toBeUndefined();
});

test('a crash between the part and the support loses nothing', async () => {
  const { supports, rung } = await world();
  const crashing: SupportStore = {
    ...supports,
    saveSupport: async (next) => {
      if (next.sealed !== undefined) throw new Error('cut off');
      return supports.saveSupport(next);
    },
  };
  let n = 0;
  await expect(async () => {
    for (;;) {
      n += 1;
      await rung(n, crashing);
    }
  }).rejects.toThrow('cut off');
  expect(await supports.readPart(REFERENCE, 1)).toBeDefined();

  await rung(n);
  const whole = await supports.readWholeSupport(REFERENCE);
  expect(whole?.sealed).toBe(1);
  expect(whole?.history.map((event) => event.n)).toEqual(Array.from({ length: n + 1 }, (_, index) => index + 1));
  expect(brokenAt(whole?.history ?? [])).toBeUndefined();
});
