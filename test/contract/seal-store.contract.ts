import { expect, it } from 'vitest';
import type { SealStore } from '#domain/ports/seals.ts';
import type { NightSeal } from '#domain/process/night-seal.ts';

export interface SealsUnderTest {
  readonly seals: SealStore;
  /** Puts a seal over what is there, as whoever may write to the bucket could. */
  putOver(seal: NightSeal): Promise<void>;
}

export function aSeal(n: number, changes: Partial<NightSeal> = {}): NightSeal {
  const heads = [{ reference: 'SS-1', events: 2, hash: 'abc' }];
  const at = { night: '2026-09-24', sealedAt: '2026-09-24T03:15:00.000Z', previous: '' };
  return { n, ...at, heads, broken: [], accepted: [], mac: `mac-${n}`, ...changes };
}

export function sealStoreContract(open: () => Promise<SealsUnderTest>): void {
  it('reads what was put, and nothing where nothing was', async () => {
    const { seals } = await open();

    expect(await seals.put(aSeal(1))).toBe(true);
    expect(await seals.read(1)).toEqual(aSeal(1));
    expect(await seals.read(2)).toBeUndefined();
  });

  it('stores the first of a number and no other', async () => {
    const { seals } = await open();
    await seals.put(aSeal(1));

    expect(await seals.put(aSeal(1, { night: '2026-09-25' }))).toBe(false);
    expect(await seals.read(1)).toEqual(aSeal(1));
  });

  it('of several of one number at the same time stores one at most', async () => {
    const { seals } = await open();
    const puts = ['a', 'b', 'c'].map((mac) => seals.put(aSeal(1, { mac })).catch(() => false));

    expect((await Promise.all(puts)).filter((stored) => stored)).toHaveLength(1);
    expect(await seals.entries()).toEqual([{ n: 1, copies: 1 }]);
  });

  it('lists all by their numbers, also beyond the first page', async () => {
    const { seals } = await open();
    for (const n of [10, 2, 1]) await seals.put(aSeal(n));

    expect(await seals.entries()).toEqual([
      { n: 1, copies: 1 },
      { n: 2, copies: 1 },
      { n: 10, copies: 1 },
    ]);
  });

  it('keeps the first when something is put over it, and tells of both', async () => {
    const { seals, putOver } = await open();
    await seals.put(aSeal(1));
    await putOver(aSeal(1, { heads: [] }));

    expect(await seals.read(1)).toEqual(aSeal(1));
    expect(await seals.entries()).toEqual([{ n: 1, copies: 2 }]);
  });

  it('keeps what a later release has written into a seal', async () => {
    const { seals } = await open();
    const later = { ...aSeal(1), later: { field: 1 } };
    await seals.put(later);

    expect(await seals.read(1)).toEqual(later);
  });
}
