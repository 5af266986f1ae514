import { describe, expect, it } from 'vitest';
import { personActor } from '#domain/people/actor.ts';
import { newSupport, offerMade } from '#domain/support/make.ts';
import { AT, anEntry, minutesAfter } from './samples.ts';
import { hundred, type OpenStore, winnersOf } from './store-under-test.ts';

const moment = { now: AT, policyVersion: 1 };
const slot = { id: 'V1', pathway: 'HOME_VISITING', locality: 'Frome', day: 'MONDAY', at: '09:30' };
const support = newSupport('REF1', anEntry('1#a'), moment);
const claim = (n: number) => ({ offer: `O${n}`, reference: `REF${n}`, at: AT });

export function supportStoreContract(open: OpenStore): void {
  describe('the store of supports', () => {
    it('has one winner of a hundred who create one, and of a hundred who change it', async () => {
      const { stores } = await open();
      expect(await winnersOf(hundred.map(() => stores.supports.createSupport(support)))).toBe(1);
      const next = { ...support, version: 2, colour: 'blue' };
      expect(await winnersOf(hundred.map(() => stores.supports.saveSupport(next)))).toBe(1);
      expect(await stores.supports.readSupport('REF1')).toEqual(next);
      expect(await stores.supports.readSupport('REF2')).toBeUndefined();
    });

    it('stores a sealed part once, and reads the support whole with it', async () => {
      const { stores } = await open();
      const part = { reference: 'REF1', n: 1, sealedAt: AT, history: support.history };
      expect(await winnersOf(hundred.map(() => stores.supports.putPart(part)))).toBe(1);
      expect(await stores.supports.readPart('REF1', 1)).toEqual(part);
      await stores.supports.createSupport({ ...support, sealed: 1, history: [] });
      expect((await stores.supports.readWholeSupport('REF1'))?.history).toEqual(support.history);
      expect(await stores.supports.readWholeSupport('REF2')).toBeUndefined();
    });

    it('shows the child on their list, and brings an offer to the sweeper', async () => {
      const { stores, catchUp } = await open();
      const offered = offerMade(support, moment, { id: 'O1', slot, by: personActor('pat', 'Pat', 'Manager') });
      if (offered) await stores.supports.createSupport(offered);
      catchUp();
      expect(await stores.indexes.list('PORTAGE_GROUP', 'Frome', 10)).toMatchObject([{ reference: 'REF1' }]);
      expect(await stores.indexes.due('SUPPORT', AT, 10)).toMatchObject([{ reference: 'REF1', machine: 'support' }]);
      expect(await stores.indexes.due('CASE', AT, 10)).toEqual([]);
    });
  });

  describe('the store of claims on slots', () => {
    it('gives a slot to one of a hundred offers at once, and tells the others whose it is', async () => {
      const { stores } = await open();
      const claims = await Promise.all(hundred.map((_, n) => stores.slots.claimSlot('V1', claim(n))));
      expect(new Set(claims.map(({ offer }) => offer)).size).toBe(1);
      expect((await stores.slots.readSlot('V1'))?.claim).toEqual(claims[0]);
    });

    it('releases the claim of that very offer, and of no other', async () => {
      const { stores } = await open();
      await stores.slots.claimSlot('V1', claim(1));
      expect(await stores.slots.releaseSlot('V1', 'O2', AT)).toBe(false);
      expect(await stores.slots.releaseSlot('V1', 'O1', AT)).toBe(true);
      expect(await stores.slots.releaseSlot('V1', 'O1', AT)).toBe(false);
      expect(await stores.slots.claimSlot('V1', claim(2))).toEqual(claim(2));
    });

    it('brings a claim to the sweeper until its offer is known to have been made', async () => {
      const { stores, catchUp } = await open();
      await stores.slots.claimSlot('V1', claim(1));
      catchUp();
      const due = () => stores.indexes.due('SLOT', minutesAfter(10), 10);
      expect(await due()).toMatchObject([{ slotId: 'V1', dueAt: minutesAfter(10) }]);
      expect(await stores.slots.keepSlot('V1', 'O2', AT)).toBe(false);
      expect(await stores.slots.keepSlot('V1', 'O1', AT)).toBe(true);
      catchUp();
      expect(await due()).toEqual([]);
    });
  });
}
