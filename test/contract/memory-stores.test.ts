import { describe, expect, it } from 'vitest';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { heldEntry, settle } from '#domain/notices/ledger.ts';
import { AT, aCase, aCaseToLookAt, minutesAfter } from './samples.ts';
import { storeContracts } from './stores.contract.ts';

describe('in memory', () => {
  storeContracts(async () => {
    const stores = createMemoryStores();
    // Nothing to catch up with: every write is in the indexes straight away.
    return { stores, catchUp: () => {} };
  });
});

describe('in memory with an index that lags', () => {
  storeContracts(async () => {
    const stores = createMemoryStores({ lagging: true });
    return { stores, catchUp: stores.catchUp };
  });

  it('shows neither a new case nor that an old one has moved on until it has caught up', async () => {
    const { cases, indexes, catchUp } = createMemoryStores({ lagging: true });
    await cases.createCase(aCaseToLookAt('REF1', AT));
    expect(await indexes.due('CASE', minutesAfter(1), 10)).toEqual([]);
    catchUp();
    await cases.saveCase(aCase('REF1', { version: 2, outbox: [], next: 'DONE' }));
    expect(await indexes.due('CASE', minutesAfter(1), 10)).toMatchObject([{ reference: 'REF1' }]);
    expect((await cases.readCase('REF1'))?.next).toBe('DONE');
  });

  it('still names what a digest has told until it has caught up, and the ledger says that it is settled', async () => {
    const { notices, indexes, catchUp } = createMemoryStores({ lagging: true });
    const owed = { id: 'n1', kind: 'TEAM_LISTED', to: 'PERSON:sam' } as const;
    const held = heldEntry('REF1', owed, AT, minutesAfter(60));
    await notices.claimNotice(held);
    expect(await indexes.held('PERSON:sam', 10)).toEqual([]);
    catchUp();
    await notices.saveNotice(settle(held, 'SENT', minutesAfter(60), { messageId: 'm1' }), held.attempts);
    expect(await indexes.held('PERSON:sam', 10)).toMatchObject([{ reference: 'REF1', noticeId: 'n1' }]);
    expect((await notices.readNotice('REF1', 'n1'))?.state).toBe('SENT');
  });
});

describe('the store in memory', () => {
  it('gives no one a hold on what it keeps', async () => {
    const { cases } = createMemoryStores();
    const mine = aCase('REF1', { reasons: ['A'] });
    await cases.createCase(mine);
    mine.reasons.push('B');
    (await cases.readCase('REF1'))?.reasons.push('C');
    expect((await cases.readCase('REF1'))?.reasons).toEqual(['A']);
  });
});
