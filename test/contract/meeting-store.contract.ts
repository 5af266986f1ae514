import { describe, expect, it } from 'vitest';
import type { Minute } from '#domain/case/minute.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { attended } from '#domain/people/sitting.ts';
import { AT } from './samples.ts';
import { hundred, type OpenStore, winnersOf } from './store-under-test.ts';

const on = '2026-10-06';
const moment = { now: AT, by: MACHINE };
const sitting = attended(undefined, { on, present: ['Sam'], agenda: [] }, moment);
const minute: Minute = {
  ...{ reference: 'REF1', taskId: 'REF1-T1', version: 1, on },
  ...{ outcome: 'DECLINE', reason: 'Met in no area', by: MACHINE, at: AT },
};

export function meetingStoreContract(open: OpenStore): void {
  describe('the store of meetings', () => {
    it('keeps who was there under the date, and has one winner of a hundred at once', async () => {
      const { stores } = await open();
      expect(await stores.meetings.readSitting(on)).toBeUndefined();
      expect(await winnersOf(hundred.map(() => stores.meetings.saveSitting(sitting)))).toBe(1);
      const next = attended(sitting, { on, present: ['Sam', 'Kit'], agenda: [] }, moment);
      expect(await winnersOf(hundred.map(() => stores.meetings.saveSitting(next)))).toBe(1);
      expect(await stores.meetings.readSitting(on)).toEqual(next);
    });

    it('keeps a minute of a task, of no other, with what a later release stored in it', async () => {
      const { stores } = await open();
      expect(await winnersOf(hundred.map(() => stores.meetings.saveMinute(minute)))).toBe(1);
      const later = { ...minute, version: 2, colour: 'blue' };
      expect(await stores.meetings.saveMinute(later)).toBe(true);
      expect(await stores.meetings.readMinute('REF1', 'REF1-T1')).toEqual(later);
      expect(await stores.meetings.readMinute('REF1', 'REF1-T2')).toBeUndefined();
    });
  });
}
