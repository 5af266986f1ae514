import { describe, expect, it } from 'vitest';
import { writeCapacity } from '#application/lists/write-capacity.ts';
import { NO_CAPACITY } from '#domain/lists/capacity-record.ts';
import { closedDayAdded, practitionerAdded } from '#domain/lists/change-capacity.ts';
import { kept, moment } from '#test/unit/domain/lists/capacity-sample.ts';
import { hundred, type OpenStore, winnersOf } from './store-under-test.ts';

const first = kept(practitionerAdded(NO_CAPACITY, moment, { person: 'kim', locality: 'Taunton' }));

export function capacityStoreContract(open: OpenStore): void {
  describe('the store of what the service can offer', () => {
    it('has no record until the first write, and gives it back whole', async () => {
      const { stores } = await open();
      expect(await stores.capacity.readCapacity()).toBeUndefined();
      expect(await stores.capacity.saveCapacity(first)).toBe(true);
      expect(await stores.capacity.readCapacity()).toEqual(first);
    });

    it('has one winner when a hundred begin the record at once, and when they change it', async () => {
      const { stores } = await open();
      expect(await winnersOf(hundred.map(() => stores.capacity.saveCapacity(first)))).toBe(1);
      const second = kept(closedDayAdded(first, moment, { on: '2026-10-16', why: 'Training day' }));
      expect(await winnersOf(hundred.map(() => stores.capacity.saveCapacity(second)))).toBe(1);
    });

    it('loses none of ten closed days that are added at once', async () => {
      const { stores } = await open();
      const write = writeCapacity(stores);
      const dates = hundred.slice(0, 10).map((_, n) => `2026-10-${n + 10}`);
      await Promise.all(dates.map((on) => write((now) => closedDayAdded(now, moment, { on, why: 'Training' }))));
      expect((await stores.capacity.readCapacity())?.closedOn.map(({ on }) => on)).toEqual(dates);
    });
  });
}
