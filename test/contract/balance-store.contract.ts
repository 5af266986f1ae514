import { describe, expect, it } from 'vitest';
import { hashed } from '#domain/lists/balance/night.ts';
import { sumsOf } from '#domain/lists/balance/sums.ts';
import { AT } from './samples.ts';
import { hundred, type OpenStore, winnersOf } from './store-under-test.ts';

const LIST = 'PORTAGE_GROUP#Frome';
const sums = sumsOf(0, [], 0);
const listNight = (night: string, version = 1) =>
  hashed({ list: LIST, night, version, closedAt: AT, sums, month: sums, closing: [], lost: [], findings: [] });
const oneNight = (night: string, version = 1) => ({
  ...{ night, version, closedAt: AT, children: 0, lists: [], findings: [], found: 0 },
});

export function balanceStoreContract(open: OpenStore): void {
  describe('the store of balances', () => {
    it('gives the nights of one list back, the last first, from before a date', async () => {
      const { balances } = (await open()).stores;
      for (const night of ['2026-09-30', '2026-10-01', '2026-10-02']) await balances.saveListNight(listNight(night));
      expect(await balances.readListNight(LIST, '2026-10-01')).toEqual(listNight('2026-10-01'));
      expect(await balances.readListNight('PORTAGE_GROUP#Chard', '2026-10-01')).toBeUndefined();
      const nights = await balances.listNightsBefore(LIST, '2026-10-02', 5);
      expect(nights.map(({ night }) => night)).toEqual(['2026-10-01', '2026-09-30']);
    });

    it('gives the nights of all lists back, the last first, at most so many', async () => {
      const { balances } = (await open()).stores;
      for (const night of ['2026-09-30', '2026-10-01', '2026-10-02']) await balances.saveNight(oneNight(night));
      expect(await balances.nightsBefore('2026-10-03', 1)).toEqual([oneNight('2026-10-02')]);
      expect(await balances.readNight('2026-10-01')).toEqual(oneNight('2026-10-01'));
    });

    it('has one winner when a hundred runs end the same night at once, and when they end it again', async () => {
      const { balances } = (await open()).stores;
      const [first, again] = [listNight('2026-10-01'), listNight('2026-10-01', 2)];
      expect(await winnersOf(hundred.map(() => balances.saveListNight(first)))).toBe(1);
      expect(await winnersOf(hundred.map(() => balances.saveListNight(again)))).toBe(1);
      expect(await winnersOf(hundred.map(() => balances.saveNight(oneNight('2026-10-01'))))).toBe(1);
    });
  });
}
