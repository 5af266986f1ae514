import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { setLegalHold } from '#application/operations/set-legal-hold.ts';
import { CANARY_CALLER } from '#domain/canary/mark.ts';
import { canaryReferral } from '#domain/canary/referral.ts';
import type { Case } from '#domain/case/case.ts';
import { MACHINE, personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { otherReference, reference, storedReferral } from '#test/http/records.ts';
import { declined, inTriage, onList } from '#test/http/referral/standings.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { erasing, fileKey, notAgreed, PLANTED } from './world.ts';

const DAY = '2026-10-22';
const OTHER_FILE = 'file-0000000000000002';
const by = personActor('pat', 'Pat', 'Service manager');

/** A case of another referral, which names the first nowhere. */
const anotherDeclined: Case = JSON.parse(JSON.stringify(declined).replaceAll(reference, otherReference));

/** One referral that may go on the day, with an item of every kind, beside one that stays. */
async function twoReferrals() {
  const world = await erasing();
  await world.put(notAgreed(reference));
  await world.putEveryKind(reference);
  await world.put(anotherDeclined, OTHER_FILE);
  const about = async (of: string) => (await world.all()).filter((line) => line.includes(of));
  return { ...world, about };
}

const closedMail = JSON.parse(
  readFileSync(new URL('../../../contract/stored-examples/1/mail.deleted.json', import.meta.url), 'utf8'),
);
/** As a release before stored it: no one could say when the last of it was deleted. */
const { deletedAt: _later, ...undeletedMail } = closedMail;
const { closed: _closed, ...openMail } = undeletedMail;
const samePointer = { pk: 'SAMEMAIL#hash', sk: 'SAMEMAIL', id: closedMail.id };

/** As the canary was sent on Thursday 24 September, wherever its walk stands: the Sunday after 28 days is 25 October. */
const walks: [string, Case][] = [
  ['waits for its decision', inTriage],
  ['got stuck and was parked', { ...inTriage, parked: { at: '2026-09-26T09:00:00.000Z', why: 'Bug' } }],
  ['was decided and came to its end', { ...onList(), status: 'CLOSED', outcome: 'CLOSED', list: null, next: 'DONE' }],
  ['was reminded of yesterday', { ...inTriage, updatedAt: '2026-10-24T09:00:00.000Z' }],
];
const sentAt = '2026-09-24T02:00:00.000Z';

describe('a referral of the canary', () => {
  it.each(walks)(
    'that %s goes on the first Sunday after 28 days with all that is about it',
    async (_where, theCase) => {
      const { night, put, putEveryKind, all, files, pages, erased, told } = await erasing();
      await put({ ...theCase, reference, caller: CANARY_CALLER, receivedAt: sentAt });
      await putEveryKind(reference);
      const before = await all();
      expect(await night('2026-10-24')).toMatchObject({ erased: 0 });
      expect(await all()).toEqual(before);
      expect(await night('2026-10-25')).toMatchObject({ erased: 1, failed: 0 });
      expect((await all()).filter((line) => line.includes(reference))).toEqual([]);
      expect([await files.all(), [...pages], told]).toEqual([[], [], []]);
      const [entry = { reference: '', at: '' }] = await erased.entries();
      expect(await erased.read(entry)).toMatchObject({ reference, ground: 'CANARY', by: 'MACHINE' });
      expect(await night('2026-11-01')).toMatchObject({ erased: 0, again: 0 });
    },
  );

  it('is told by who sent it: a child of the same name, and a caller of nearly its name, stay', async () => {
    const { night, put, stores, all } = await erasing();
    await put({ ...inTriage, reference, receivedAt: sentAt });
    const body = canaryReferral('2026-09-24', 'canary@example.org', OTHER_FILE);
    await stores.referrals.putReferral({ ...storedReferral(body), reference: otherReference });
    const other: Case = JSON.parse(JSON.stringify(inTriage).replaceAll(reference, otherReference));
    await stores.cases.createCase({ ...other, version: 1, caller: 'canary-bay', receivedAt: sentAt });
    const before = await all();
    expect(await night('2026-11-01')).toMatchObject({ erased: 0, failed: 0 });
    expect(await all()).toEqual(before);
  });
});

describe('a night that erases', () => {
  it('takes out every item of what is due, under whatever key, with its files and pages, and leaves the others', async () => {
    const { night, about, files, pages, erased, told } = await twoReferrals();
    const before = await about(reference);
    expect(before.length).toBeGreaterThan(20);
    expect(await night(DAY)).toMatchObject({ erased: 1, again: 0, failed: 0 });
    expect(await about(reference)).toEqual([]);
    expect((await about(PLANTED)).filter((line) => !line.includes(otherReference))).toEqual([]);
    expect(await about(otherReference)).toHaveLength(2);
    expect([(await files.all()).map(({ key }) => key), [...pages]]).toEqual([[fileKey(OTHER_FILE)], []]);
    const [entry = { reference: '', at: '' }] = await erased.entries();
    expect(await erased.read(entry)).toEqual({
      ...{ reference, at: `${DAY}T02:15:00.000Z` },
      ...{ ground: 'NOT_AGREED', by: 'MACHINE' },
    });
    expect(told).toEqual([]);
  });

  it('takes nothing out the night before (early)', async () => {
    const { night, about } = await twoReferrals();
    const before = await about(reference);
    expect(await night('2026-10-21')).toMatchObject({ erased: 0 });
    expect(await about(reference)).toEqual(before);
  });

  it('leaves a record that someone put on legal hold after the night had read it (at once)', async () => {
    const { night, deps, about } = await twoReferrals();
    const before = (await about(reference)).length;
    const hold = setLegalHold({ cases: deps.cases, policy: defaultPolicy, now: () => `${DAY}T02:15:01.000Z` });
    const records = {
      ...deps.records,
      everything: async function* everything(words: ReadonlySet<string>) {
        yield* deps.records.everything(words);
        await hold({ reference, by, isLifted: false, seen: '', reason: 'Inquest' });
      },
    };
    expect(await night(DAY, { records })).toMatchObject({ erased: 0, failed: 0 });
    expect(await about(reference)).toHaveLength(before);
  });

  it('cut off at any removal, is ended by the next night, and no one can hold the record in between', async () => {
    for (let last = 0; ; last += 1) {
      const { night, deps, about, erased } = await twoReferrals();
      let removals = 0;
      const remove: typeof deps.records.remove = async (key) => {
        removals += 1;
        if (removals > last) throw new Error('Cut off');
        await deps.records.remove(key);
      };
      const first = await night(DAY, { records: { ...deps.records, remove } });
      if (first.failed === 0) break;
      const hold = setLegalHold({ cases: deps.cases, policy: defaultPolicy, now: deps.now });
      await expect(hold({ reference, by, isLifted: false, seen: '', reason: 'Late' })).rejects.toThrow();
      await night('2026-10-23');
      expect([last, await about(reference)]).toEqual([last, []]);
      expect(await erased.entries()).toHaveLength(1);
    }
  });

  it('takes out again what a restore brought back, whole or in part, and never what came later under the same reference', async () => {
    const { night, put, putEveryKind, about, table } = await twoReferrals();
    await night(DAY);
    await put(notAgreed(reference));
    await putEveryKind(reference);
    expect(await night('2026-10-23')).toMatchObject({ again: 1, erased: 0 });
    expect(await about(reference)).toEqual([]);
    await table.put({ pk: 'LINK#0', sk: 'LINK', reference, mailbox: PLANTED });
    // What is about it elsewhere alone is found on the next Sunday.
    expect(await night('2026-10-24')).toMatchObject({ again: 0 });
    expect(await night('2026-10-25')).toMatchObject({ again: 1 });
    expect(await about(reference)).toEqual([]);
    await put({ ...declined, reference, receivedAt: '2026-11-01T09:00:00.000Z' });
    expect(await night('2026-11-02')).toMatchObject({ again: 0, erased: 0 });
    expect(await about(reference)).toHaveLength(2);
  });

  it('does nothing more when it runs twice', async () => {
    const { night, all } = await twoReferrals();
    await night(DAY);
    const after = await all();
    expect(await night(DAY)).toEqual({ erased: 0, again: 0, unaccepted: 0, failed: 0, files: 0, over: 0, former: 0 });
    expect(await all()).toEqual(after);
  });

  it('keeps a document that another referral names, and a duplicate for as long as the referral that continued', async () => {
    const { night, put, about, files } = await erasing().then((world) => ({
      ...world,
      about: async (of: string) => (await world.all()).filter((line) => line.includes(`REF#${of}`)),
    }));
    await put({ ...declined, outcome: 'POSSIBLE_DUPLICATE', duplicateOf: otherReference });
    await put({ ...declined, reference: otherReference, updatedAt: '2030-01-01T09:00:00.000Z' });
    expect(await night('2032-10-01')).toMatchObject({ erased: 0 });
    expect(await night('2036-01-01')).toMatchObject({ erased: 2 });
    expect(await about(reference)).toEqual([]);
    expect(await files.all()).toEqual([]);
  });

  it('takes out a file that nothing has named for 7 days, and not before', async () => {
    const { night, files } = await erasing();
    files.put({ key: fileKey(OTHER_FILE), id: OTHER_FILE, at: '2026-10-01T09:00:00.000Z' });
    expect(await night('2026-10-07')).toMatchObject({ files: 0 });
    expect(await night('2026-10-08')).toMatchObject({ files: 1 });
    expect(await files.all()).toEqual([]);
  });

  it('takes out a referral that was never accepted on the first Sunday after 7 days, and none of which more is stored', async () => {
    const { night, stores, table, all } = await erasing();
    const came = { ...storedReferral(referralExample), receivedAt: '2026-10-02T09:00:00.000Z' };
    for (const one of [reference, otherReference]) await stores.referrals.putReferral({ ...came, reference: one });
    // Its case was lost: a restore needs what is left.
    await table.put({ pk: `REF#${otherReference}`, sk: 'NOTICE#1', reference: otherReference });
    expect(await night('2026-10-04')).toMatchObject({ unaccepted: 0 });
    expect(await night('2026-10-11')).toMatchObject({ unaccepted: 1, failed: 0 });
    expect((await all()).filter((line) => line.includes(`REF#${reference}`))).toEqual([]);
    expect((await all()).filter((line) => line.includes(`REF#${otherReference}`))).toHaveLength(2);
  });

  it('takes out who read a record on the first Sunday after 6 years, while the record is kept', async () => {
    const { night, put, stores } = await erasing();
    await put({ ...declined, updatedAt: '2031-01-01T09:00:00.000Z' });
    await stores.access.recordReading({ reference, at: '2026-10-01T09:00:00.000Z', by: MACHINE, what: 'RECORD' });
    await night('2032-09-26');
    await night('2032-10-01');
    expect(await stores.access.readingsOf(reference)).toHaveLength(1);
    await night('2032-10-03');
    expect(await stores.access.readingsOf(reference)).toEqual([]);
  });

  it.each([
    ['closed', closedMail],
    ['closed by a release that did not say when it was deleted', undeletedMail],
    ['a copy of another', { ...openMail, copyOf: 'AAAABBBBCCCC' }],
  ])(
    'takes out that an email came, of one %s, on the first Sunday after 6 years, with its hash',
    async (_what, mail) => {
      const { night, table, all } = await erasing();
      for (const item of [mail, samePointer]) await table.put(item);
      // 24 September 2032 is a Friday.
      expect(await night('2032-09-19')).toMatchObject({ over: 0 });
      expect(await night('2032-09-26')).toMatchObject({ over: 2 });
      expect(await all()).toEqual([]);
    },
  );

  it('keeps an email that no one has closed, however old it is', async () => {
    const { night, table, all } = await erasing();
    for (const item of [openMail, samePointer]) await table.put(item);
    expect(await night('2046-09-30')).toMatchObject({ over: 0 });
    expect(await all()).toHaveLength(2);
  });

  it('takes out the hash of an email first, so that a night that was cut off is ended by the next', async () => {
    const { night, deps, table, all } = await erasing();
    for (const item of [closedMail, samePointer]) await table.put(item);
    const remove = async (key: { readonly pk: string; readonly sk: string }) => {
      if (key.pk === closedMail.pk) throw new Error('Cut off');
      await deps.records.remove(key);
    };
    await expect(night('2032-09-26', { records: { ...deps.records, remove } })).rejects.toThrow('Cut off');
    expect((await all()).map((line) => JSON.parse(line).pk)).toEqual([closedMail.pk]);
    await night('2032-10-03');
    expect(await all()).toEqual([]);
  });

  it('takes out that a referral came by email with the referral, once nothing of the email is in the bucket', async () => {
    const { night, put, table, all } = await erasing();
    await put(notAgreed(reference));
    const mail = { ...undeletedMail, closed: { ...undeletedMail.closed, reference } };
    for (const item of [mail, samePointer]) await table.put(item);
    expect(await night(DAY)).toMatchObject({ erased: 1 });
    // Taken out before TakeMail has deleted the email, it would be taken in again as a new one.
    expect(await all()).toHaveLength(2);
    await table.put({ ...mail, deletedAt: `${DAY}T03:00:00.000Z` });
    expect(await night('2026-10-25')).toMatchObject({ again: 1, failed: 0 });
    expect(await all()).toEqual([]);
  });

  it('tells of a record that cannot be read, and erases the others', async () => {
    const { night, put, table, about, told } = await twoReferrals();
    await put({ ...declined, reference: 'BROKEN' });
    await table.put({ pk: 'REF#BROKEN', sk: 'CASE', reference: 'BROKEN' });
    expect(await night(DAY)).toMatchObject({ erased: 1 });
    expect(await about(reference)).toEqual([]);
    expect(told).toEqual([{ event: 'record-not-readable', reference: 'BROKEN' }]);
  });

  it('of which the configuration says no period erases nothing (half-finished)', async () => {
    const { deps, night, all } = await twoReferrals();
    const before = await all();
    await expect(night(DAY, { config: { retention: undefined } })).rejects.toThrow('how long');
    expect([await all(), deps.erased]).toEqual([before, deps.erased]);
  });
});
