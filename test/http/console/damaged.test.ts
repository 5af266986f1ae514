import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { memoryTable } from '#adapters/memory/table.ts';
import { caseEntries, noticeEntries } from '#adapters/records/entries.ts';
import { caseKey, checkKey, noticeKey, supportKey } from '#adapters/records/keys.ts';
import { storesOver } from '#adapters/records/stores.ts';
import { intake } from '#domain/case/intake.ts';
import { parked } from '#domain/process/process.ts';
import { rollupOf } from '#domain/process/rollup.ts';
import { aNotice } from '#test/contract/samples.ts';
import { instantInWords } from '#web/access/instants.ts';
import { CONSOLE_AT, caseAt, noticeAt, queueAt } from '#web/console/address.ts';
import { caseWords } from '#web/console/case/words.ts';
import { DAMAGED, damagedWords as words } from '#web/console/damaged/words.ts';
import { frontWords } from '#web/console/front/words.ts';
import { listWords } from '#web/console/queue/words.ts';
import { checkedCase, otherReference, reference, withTask } from '../records.ts';
import { consoleWorld } from './world.ts';

const AT = '2026-09-24T07:30:00.000Z';
const RUNBOOK = 'https://docs.example.org/runbook#records-were-lost-or-damaged';
const PLANTED = 'zebrafish';
const aCase = withTask(checkedCase('TRIAGE'), 'TRIAGE');

/** The console over a table in which an operator's tool, or a mistake, wrote what no release reads. */
async function spoilt() {
  const table = memoryTable(false);
  const world = await consoleWorld({ stores: storesOver(table, (count) => randomBytes(count)) });
  return { ...world, table, using: await world.as('OPERATOR') };
}

describe('a case of which nothing can be read', () => {
  it('is said to be damaged, with its reference, a code, what to do and the article of the runbook', async () => {
    const { using, table, log } = await spoilt();
    await table.put({ ...caseKey(reference), reference, status: 7, text: PLANTED });
    const { status, body } = await using.get(caseAt(reference));
    expect(status).toBe(500);
    for (const part of [words.title(reference), DAMAGED, ...words.steps, RUNBOOK]) expect(body).toContain(part);
    expect(body).not.toContain(PLANTED);
    expect(log.lines).toContainEqual({ event: 'item-damaged', fields: { reference } });
  });

  it('cannot be restarted, and says the same', async () => {
    const { using, table } = await spoilt();
    const csrf = /name="csrf" value="([^"]*)"/.exec((await using.get(CONSOLE_AT)).body)?.[1] ?? '';
    await table.put({ ...caseKey(reference), reference, status: 7 });
    const { status, body } = await using.post(caseAt(reference), { csrf, reason: 'It should go on' });
    expect([status, body.includes(words.title(reference))]).toEqual([500, true]);
  });
});

describe('a case of which one part cannot be read', () => {
  it.each([
    ['its support', supportKey(reference), 'SUPPORT'],
    ['an email', noticeKey(reference, 'spoilt'), 'EMAILS'],
    ['a check', checkKey(reference, 1), 'CHECKS'],
  ] as const)('is shown but for %s, which is said to be damaged', async (_what, key, part) => {
    const { using, table, stores } = await spoilt();
    await stores.notices.claimNotice(aNotice(reference, 'whole', { kind: 'ACKNOWLEDGEMENT' }));
    await table.put({ ...key, reference, n: 'x', text: PLANTED });
    const { status, body } = await using.get(caseAt(reference));
    expect(status).toBe(200);
    for (const there of [words.part(part), DAMAGED, RUNBOOK, 'Acknowledgement', caseWords.history])
      expect(body).toContain(there);
    expect(body).not.toContain(PLANTED);
  });

  it('is shown without a word of damage where there is none', async () => {
    const { using } = await spoilt();
    expect((await using.get(caseAt(reference))).body).not.toContain(DAMAGED);
  });

  it('and the page of a damaged email says so', async () => {
    const { using, table } = await spoilt();
    await table.put({ ...noticeKey(reference, 'spoilt'), reference, state: 7, to: PLANTED });
    const { status, body } = await using.get(noticeAt(reference, 'spoilt'));
    expect([status, body.includes(DAMAGED), body.includes(PLANTED)]).toEqual([500, true, false]);
  });
});

describe('a row of a queue behind which something is damaged', () => {
  it('says so, and the others are shown', async () => {
    const { using, table, stores } = await spoilt();
    const stopped = parked(intake, aCase, { now: AT, policyVersion: 1 }, 'A_FAULT');
    const entries = { ...caseEntries(stopped), rowWaitingSince: 'never' };
    await table.put({ ...caseKey(reference), ...stopped, ...entries });
    await stores.cases.createCase({ ...stopped, reference: otherReference, version: 1 });
    const { status, body } = await using.get(queueAt('parked'));
    expect([status, body.split(listWords.damaged).length - 1]).toEqual([200, 1]);
    for (const one of [reference, otherReference]) expect(body).toContain(caseAt(one));
  });

  it('says so where the key of the queue is no instant', async () => {
    const { using, table, stores } = await spoilt();
    const notice = aNotice(reference, 'spoilt', { state: 'CLAIMED', claimedAt: AT });
    await table.put({ ...noticeKey(reference, 'spoilt'), ...notice, ...noticeEntries(notice), dueAt: '0000' });
    await stores.notices.claimNotice(aNotice(otherReference, 'whole', { state: 'CLAIMED', claimedAt: AT }));
    const { status, body } = await using.get(queueAt('unsettled'));
    expect([status, body.includes(listWords.unreadable), body.includes(otherReference)]).toEqual([200, true, true]);
  });
});

it('the front page is shown where the record of a queue is damaged', async () => {
  const { using, table, stores, clock } = await spoilt();
  const entries = {
    ...caseEntries(parked(intake, aCase, { now: AT, policyVersion: 1 }, 'A_FAULT')),
    rowWaitingSince: 'x',
  };
  await table.put({ ...caseKey(reference), reference, ...entries });
  const rows = await stores.indexes.work('PARKED', 10);
  await stores.rollups.saveRollup(rollupOf(new Map([['PARKED', rows]]), clock.now(), {}));
  const { status, body } = await using.get(CONSOLE_AT);
  expect([status, body.includes(frontWords.asOf(instantInWords(clock.now())))]).toEqual([200, true]);
});
