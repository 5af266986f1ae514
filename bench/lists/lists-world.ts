import { randomBytes } from 'node:crypto';
import { storesOver } from '#adapters/records/stores.ts';
import { applyChange } from '#domain/case/change.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import { orderKey } from '#domain/lists/order.ts';
import { addDays } from '#domain/values/dates.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { hidden } from '#test/http/browser.ts';
import { caseOnReceipt, storedReferral } from '#test/http/records.ts';
import { triageWorld } from '#test/http/staff/world.ts';
import { median } from '../median.ts';
import { meteredTable } from './metered.ts';

const ROUNDS = 12;
const AT = '2026-09-01T09:00:00.000Z';

export type Row = [
  children: number,
  what: string,
  ms: number,
  calls: number,
  units: number,
  rows: number,
  gets: number,
];

/** So many children on one list of Taunton, a service manager who is signed in, and what an act costs. */
export async function listsWorld(children: number, pathway: 'INITIAL_ASSESSMENT' | 'HOME_VISITING') {
  const { table, asked, reset } = meteredTable();
  const stores = storesOver(table, (bytes) => randomBytes(bytes));
  const world = await triageWorld({ stores });
  const references = Array.from({ length: children }, (_, n) => referenceFor('bench', `a-child-who-waits-${n}`, 0));
  for (const [n, reference] of references.entries()) {
    const received = { ...caseOnReceipt(), reference };
    const listed = {
      status: 'ON_WAITING_LIST',
      next: 'DONE',
      list: entryOf(reference, n, pathway),
      outbox: [],
    } as const;
    await stores.cases.createCase(applyChange(received, { now: AT, policyVersion: 1 }, { ...listed, outbox: [] }));
  }
  const using = world.newBrowser();
  const mailbox = 'manager@example.org';
  const asker = await using.post('/staff/sign-in', { mailbox });
  await using.post('/staff/sign-in/code', { mailbox, asker: hidden(asker, 'asker'), code: world.lastCode() });
  const refer = (reference: string) => stores.referrals.putReferral({ ...storedReferral({}), reference });
  const row = async (what: string, act: () => Promise<unknown>): Promise<Row> => {
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      reset();
      const used = process.cpuUsage();
      await act();
      const { user, system } = process.cpuUsage(used);
      took.push((user + system) / 1000);
    }
    return [children, what, Math.round(median(took) * 10) / 10, asked.calls, asked.units, asked.rows, asked.gets];
  };
  return { ...world, references, using, refer, row };
}

/** The place of the nth child. */
export function entryOf(reference: string, n: number, pathway: 'INITIAL_ASSESSMENT' | 'HOME_VISITING'): ListEntry {
  const band = ([1, 2, 3] as const)[n % 3] ?? 2;
  const facts = { band, targetOn: addDays('2026-12-01', n % 180), referredAt: AT };
  const shown = { ...facts, broadAreas: 3, listedOn: '2026-09-02', suggestedBand: 2 as const };
  const order = orderKey({ ...shown, reference });
  return { pathway, locality: 'Taunton', acceptedOn: '2026-09-01', order, ...shown };
}
