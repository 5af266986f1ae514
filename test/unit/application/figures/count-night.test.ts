import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { memoryTable } from '#adapters/memory/table.ts';
import { everyoneIn } from '#adapters/records/everyone.ts';
import { caseKey } from '#adapters/records/keys.ts';
import { storesOver } from '#adapters/records/stores.ts';
import type { Item } from '#adapters/records/table.ts';
import { countBeside } from '#application/figures/count-beside.ts';
import type { Case } from '#domain/case/case.ts';
import { policyWith } from '#domain/service/policy.ts';
import { checkedCase, storedReferral } from '#test/http/records.ts';

const GP = { referrer: { role: 'GP' }, locality: 'Frome', communication: { preferredLanguage: 'Polish' } };
const [A, B] = ['23456789CDF', '23456789CDG'];
const decision = { outcome: 'DECLINE', reason: 'too old', by: { kind: 'SYSTEM' as const, id: 'small-steps' } };

let night: ReturnType<typeof nights>;
beforeEach(() => {
  night = nights();
});

/** Referrals in a table, and nights that count them. What is erased is gone from every read. */
function nights() {
  const table = memoryTable(false);
  const erased = new Set<string>();
  const isThere = ({ pk }: Pick<Item, 'pk'>) => !erased.has(pk);
  const stores = storesOver(table, randomBytes);
  const everyone = everyoneIn({
    ...table,
    items: async function* items(wanted) {
      for await (const item of table.items(wanted)) if (isThere(item)) yield item;
    },
  });
  const readCase = async (reference: string) =>
    isThere(caseKey(reference)) ? stores.cases.readCase(reference) : undefined;
  const log = { info: () => {}, error: () => {} };
  const run = (at: string) => {
    const deps = { figures: stores.figures, cases: { readCase }, everyone, log, now: () => at, policy: policyWith({}) };
    const throughAll = (given: typeof deps) => async () => {
      for await (const { reference, cases } of given.everyone.traces()) await cases.readWholeCase(reference);
    };
    return countBeside(deps, throughAll)({});
  };
  return {
    run,
    write: async (reference: string, changes: Partial<Case>, body: object = GP) => {
      await stores.referrals.putReferral({ ...storedReferral(body), reference });
      const theCase = checkedCase('ELIGIBLE');
      await stores.cases.createCase({ ...theCase, ...changes, reference, version: 1 });
    },
    erase: (reference: string) => void erased.add(caseKey(reference).pk),
    weeks: async () => stores.figures.sumsBetween('W2026-01-01', 'W2026-12-31'),
    months: async () => stores.figures.sumsBetween('M2026-01', 'M2026-12'),
    marks: async () => JSON.stringify(await stores.figures.readMarks()),
    present: stores.figures.readPresent,
  };
}

const declined = (decidedAt: string): Partial<Case> => ({
  receivedAt: '2026-09-01T09:00:00.000Z',
  status: 'DECLINED',
  decisions: [{ ...decision, taskId: 'triage-1', kind: 'TRIAGE', decidedAt, effectiveAt: decidedAt }],
});

describe('the figures of a night', () => {
  it('count a referral in the week in which it came, and its decision in its own week with the days it took', async () => {
    await night.write(A, declined('2026-09-15T09:00:00.000Z'));
    await night.run('2026-09-20T04:15:00.000Z');
    expect(await night.weeks()).toMatchObject([
      { period: 'W2026-08-31', counts: [{ line: 'RECEIVED', n: 1 }] },
      {
        period: 'W2026-09-14',
        counts: [
          { line: 'DECIDED', n: 1 },
          { line: 'TRIAGED|14', n: 1 },
        ],
      },
    ]);
    expect(await night.months()).toMatchObject([
      { period: 'M2026-09', counts: [{ line: 'OUTCOME|DECLINED|GP|Frome|POLISH', n: 1 }] },
    ]);
  });

  it('are the same when a night is run again, and when nights were left out', async () => {
    await night.write(A, declined('2026-09-15T09:00:00.000Z'));
    for (const on of ['2026-09-16', '2026-09-17', '2026-09-17']) await night.run(`${on}T04:15:00.000Z`);
    const late = nights();
    await late.write(A, declined('2026-09-15T09:00:00.000Z'));
    await late.run('2026-12-01T04:15:00.000Z');
    expect([await late.weeks(), await late.months()]).toEqual([await night.weeks(), await night.months()]);
    expect(await late.marks()).toEqual(await night.marks());
  });

  it('keep what was counted of a referral that is erased, and forget which it was', async () => {
    await night.write(A, declined('2026-09-15T09:00:00.000Z'));
    await night.write(B, declined('2026-09-16T09:00:00.000Z'));
    await night.run('2026-09-20T04:15:00.000Z');
    const before = [await night.weeks(), await night.months()];
    night.erase(A);
    for (const on of ['2026-09-21', '2026-09-22']) await night.run(`${on}T04:15:00.000Z`);
    expect([await night.weeks(), await night.months()]).toEqual(before);
    expect(await night.marks()).not.toContain(A);
    expect(await night.marks()).toContain(B);
  });

  it('hold no word that was typed', async () => {
    await night.write(A, declined('2026-09-15T09:00:00.000Z'), {
      referrer: { role: 'zebrafish' },
      locality: 'zebrafish',
      communication: { preferredLanguage: 'zebrafish' },
    });
    await night.run('2026-09-20T04:15:00.000Z');
    const kept = JSON.stringify([await night.weeks(), await night.months(), await night.marks()]);
    expect(kept.toLowerCase()).not.toContain('zebrafish');
    expect(kept).toContain('OUTCOME|DECLINED|OTHER|OTHER|OTHER');
  });

  it('say how old open cases are, and leave out those that have ended', async () => {
    await night.write(A, { receivedAt: '2026-09-01T09:00:00.000Z', status: 'IN_TRIAGE' });
    await night.write(B, declined('2026-09-15T09:00:00.000Z'));
    await night.run('2026-09-20T04:15:00.000Z');
    expect((await night.present())?.ages).toEqual([{ stage: 'BEFORE_DECISION', age: 'UP_TO_4_WEEKS', n: 1 }]);
  });
});
