import { describe, expect, test } from 'vitest';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { memoryTable } from '#adapters/memory/table.ts';
import { type Stores, storesOver } from '#adapters/records/stores.ts';
import { answerOffer } from '#application/support/answer-offer.ts';
import { followCase } from '#application/support/follow-case.ts';
import { makeOffer } from '#application/support/make-offer.ts';
import { settleSlot } from '#application/support/settle-slot.ts';
import type { Case } from '#domain/case/case.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import { MACHINE, personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { openOffer } from '#domain/support/support.ts';
import { AT, aCase, anEntry, minutesAfter } from '#test/contract/samples.ts';
import { testRandom } from '#test/http/doubles.ts';

const by = personActor('pat', 'Pat Green', 'Service manager');
const slotOf = (id: string) => ({ id, pathway: 'PORTAGE_GROUP', locality: 'Frome', day: 'MONDAY', at: '09:30' });
const idOf = (n: number) => `O${String(n).padStart(16, '0')}`;
const listed = (reference: string, place: Partial<ListEntry> = {}): Case =>
  aCase(reference, {
    ...{ status: 'ON_WAITING_LIST', next: 'DONE', outbox: [] },
    list: { ...anEntry(`1#${reference}`), ...place },
  });

async function world(stores: Stores = createMemoryStores(), references: readonly string[] = ['REF1']) {
  for (const reference of references) await stores.cases.createCase(listed(reference));
  let now = AT;
  const deps = { ...stores, policy: defaultPolicy, now: () => now };
  return { ...deps, offer: makeOffer(deps), deps, later: (minutes: number) => (now = minutesAfter(minutes)) };
}

/** Two slots and two children, offered crosswise at once by four hands. */
async function race(n: number) {
  const children = [`A${n}`, `B${n}`];
  const one = await world(createMemoryStores(), children);
  const tries = children.flatMap((reference, child) =>
    ['V1', 'V2'].map((slot, at) => one.offer({ reference, offer: idOf(child * 2 + at), slot: slotOf(slot), by })),
  );
  await Promise.all(tries);
  const supports = await Promise.all(children.map((reference) => one.supports.readSupport(reference)));
  const open = supports.flatMap((support) => (support && openOffer(support)) ?? []);
  const claims = await Promise.all(['V1', 'V2'].map(async (id) => (await one.slots.readSlot(id))?.claim?.offer));
  return { open, claims };
}

describe('two slots that are freed at once', () => {
  test('never go to one child, nor one slot to two, in twenty races', async () => {
    for (let n = 0; n < 20; n += 1) {
      const { open, claims } = await race(n);
      expect(new Set(open.map(({ slot }) => slot.id)).size).toBe(open.length);
      for (const { id, slot } of open) expect(claims[slot.id === 'V1' ? 0 : 1]).toBe(id);
    }
  });
});

describe('an offer that is made', () => {
  test('twice by one form is one offer (twice)', async () => {
    const one = await world();
    const command = { reference: 'REF1', offer: idOf(1), slot: slotOf('V1'), by };

    expect(await one.offer(command)).toEqual({ kind: 'MADE' });
    expect(await one.offer(command)).toEqual({ kind: 'MADE' });
    expect((await one.supports.readSupport('REF1'))?.offers).toHaveLength(1);
  });

  test('of a slot that another child has leaves that child and this one as they were', async () => {
    const one = await world(createMemoryStores(), ['REF1', 'REF2']);
    await one.offer({ reference: 'REF1', offer: idOf(1), slot: slotOf('V1'), by });

    expect(await one.offer({ reference: 'REF2', offer: idOf(2), slot: slotOf('V1'), by })).toEqual({ kind: 'TAKEN' });
    expect((await one.cases.readCase('REF2'))?.status).toBe('ON_WAITING_LIST');
  });

  test('to a child with an open offer gives the second slot back', async () => {
    const one = await world();
    await one.offer({ reference: 'REF1', offer: idOf(1), slot: slotOf('V1'), by });

    expect(await one.offer({ reference: 'REF1', offer: idOf(2), slot: slotOf('V2'), by })).toEqual({
      ...{ kind: 'REFUSED', why: 'OFFERED' },
    });
    expect((await one.slots.readSlot('V2'))?.claim).toBeUndefined();
  });
});

describe('an offer that takes longer than its claim is fresh (late)', () => {
  test('is not made, and whoever comes next gets the slot that was released', async () => {
    const one = await world(createMemoryStores(), ['REF1', 'REF2']);
    const readCase = async (reference: string) => {
      one.later(11);
      await settleSlot(one.deps)('V1');
      return one.deps.cases.readCase(reference);
    };
    const slow = makeOffer({ ...one.deps, cases: { ...one.deps.cases, readCase } });

    expect(await slow({ reference: 'REF1', offer: idOf(1), slot: slotOf('V1'), by })).toEqual({ kind: 'STALE' });

    expect((await one.supports.readSupport('REF1'))?.offers ?? []).toEqual([]);
    expect(await one.offer({ reference: 'REF2', offer: idOf(2), slot: slotOf('V1'), by })).toEqual({ kind: 'MADE' });
    expect((await one.slots.readSlot('V1'))?.claim?.offer).toBe(idOf(2));
  });
});

describe('an offer that does not fit the child is refused by whoever sends it, and nothing changes (hostile)', () => {
  const hold = { since: AT, by };
  test.each<[string, Partial<ListEntry>, object]>([
    ['OTHER_PATHWAY', { pathway: 'LITTLE_TREASURES' }, {}],
    ['OTHER_LOCALITY', { locality: 'Yeovil' }, {}],
    ['ON_HOLD', { hold }, {}],
    ['ON_HOLD', { hold: { ...hold, until: '2026-09-25' } }, {}],
    ['BAND_NOT_CONFIRMED', { pathway: 'HOME_VISITING', band: null }, { pathway: 'HOME_VISITING' }],
  ])('%s: %o', async (why, place, other) => {
    const one = await world(createMemoryStores(), []);
    await one.cases.createCase(listed('REF1', place));
    const slot = { ...slotOf('V1'), ...other };

    expect(await one.offer({ reference: 'REF1', offer: idOf(1), slot, by })).toEqual({ kind: 'REFUSED', why });
    expect(await one.supports.readSupport('REF1')).toBeUndefined();
    expect((await one.cases.readCase('REF1'))?.status).toBe('ON_WAITING_LIST');
    expect((await one.slots.readSlot('V1'))?.claim).toBeUndefined();
  });

  test('once the place stands in a support as well', async () => {
    const one = await world();
    await one.offer({ reference: 'REF1', offer: idOf(1), slot: slotOf('V1'), by });
    await answerOffer(one.deps)('REF1', { offer: idOf(1), what: 'DECLINED', way: 'STAFF', by });

    expect(await one.offer({ reference: 'REF1', offer: idOf(2), slot: slotOf('V2'), by })).toMatchObject({
      kind: 'REFUSED',
    });
    expect((await one.slots.readSlot('V2'))?.claim).toBeUndefined();
  });
});

describe('a crash after any write of an offer', () => {
  test('leaves one place of the child, no slot lost, and an offer that can be made', async () => {
    for (let writes = 1; writes <= 6; writes += 1) {
      const memory = memoryTable(false);
      let left = Number.POSITIVE_INFINITY;
      const put: typeof memory.put = async (item, condition) => {
        if (left <= 0) throw new Error('The process died.');
        left -= 1;
        return memory.put(item, condition);
      };
      const one = await world(storesOver({ ...memory, put }, testRandom()));
      left = writes;
      await one.offer({ reference: 'REF1', offer: idOf(1), slot: slotOf('V1'), by }).catch(() => undefined);
      left = Number.POSITIVE_INFINITY;
      one.later(11);
      await settleSlot(one.deps)('V1');
      await followCase(one.deps)('REF1');
      const [support, theCase] = [await one.supports.readSupport('REF1'), await one.cases.readCase('REF1')];
      const places = [support?.list, theCase?.list].filter((list) => list);
      const offer = support && openOffer(support);
      expect([writes, places.length]).toEqual([writes, 1]);
      expect([writes, (await one.slots.readSlot('V1'))?.claim?.offer]).toEqual([writes, offer?.id]);
      const again = await one.offer({ reference: 'REF1', offer: idOf(2), slot: slotOf('V2'), by });
      expect([writes, again.kind]).toEqual([writes, offer ? 'REFUSED' : 'MADE']);
    }
  });
});

describe('a child whose case ends while they are offered something', () => {
  const death = {
    ...{ at: AT, by: MACHINE },
    before: { status: 'IN_SUPPORT', outcome: null, next: 'DONE', list: null } as const,
  };

  test.each<[string, Partial<Case>, string]>([
    ['was withdrawn', { status: 'WITHDRAWN' }, 'WITHDRAWN'],
    ['has died', { status: 'WITHDRAWN', death }, 'DIED'],
  ])('%s: the offer ends, the slot is free, and the child is on no list', async (_, ended, why) => {
    const one = await world();
    await one.offer({ reference: 'REF1', offer: idOf(1), slot: slotOf('V1'), by });
    const theCase = await one.cases.readCase('REF1');
    if (theCase) await one.cases.saveCase({ ...theCase, ...ended, version: theCase.version + 1 });
    await followCase(one.deps)('REF1');

    const support = await one.supports.readSupport('REF1');
    expect(support).toMatchObject({ status: 'ENDED', next: 'DONE', list: null, ended: { why } });
    expect(support?.offers[0]?.ended).toMatchObject({ why });
    expect((await one.slots.readSlot('V1'))?.claim).toBeUndefined();
    expect(await one.indexes.list('PORTAGE_GROUP', 'Frome', 10)).toEqual([]);
  });

  test('and was not meant to: the child waits again where they waited', async () => {
    const one = await world();
    await one.offer({ reference: 'REF1', offer: idOf(1), slot: slotOf('V1'), by });
    const save = async (patch: Partial<Case>) => {
      const theCase = await one.cases.readCase('REF1');
      if (theCase) await one.cases.saveCase({ ...theCase, ...patch, version: theCase.version + 1 });
      await followCase(one.deps)('REF1');
    };
    await save({ status: 'WITHDRAWN' });
    await save({ status: 'IN_SUPPORT' });

    const support = await one.supports.readSupport('REF1');
    expect([support?.status, support?.list?.order, support?.list?.offered]).toEqual(['WAITING', '1#REF1', undefined]);
  });
});
