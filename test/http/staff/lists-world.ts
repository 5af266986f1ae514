import { applyChange } from '#domain/case/change.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import { orderKey } from '#domain/lists/order.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { hidden } from '../browser.ts';
import { caseOnReceipt, storedReferral } from '../records.ts';
import { triageWorld } from './world.ts';

export const LISTED_AT = '2026-09-01T09:00:00.000Z';
export const childOf = (n: number) => referenceFor('local', `child-on-a-list-${n}`, 0);

type Wanted = Partial<
  Pick<ListEntry, 'band' | 'suggestedBand' | 'targetOn' | 'broadAreas' | 'hold' | 'prompts' | 'locality' | 'pathway'>
>;

/** The nth child as they wait for a first visit in Taunton. */
export function entryOf(n: number, wanted: Wanted = {}): ListEntry {
  const facts = { targetOn: '2027-03-01', suggestedBand: 2, band: null, referredAt: LISTED_AT, ...wanted } as const;
  const order = orderKey({ ...facts, band: facts.band ?? facts.suggestedBand, reference: childOf(n) });
  return { pathway: 'INITIAL_ASSESSMENT', locality: 'Taunton', acceptedOn: '2026-09-01', order, ...facts };
}

/** Children on lists, each with this referral, and a browser of each member of staff who may look at them. */
export async function lists(wanted: readonly Wanted[], body: object = {}) {
  const world = await triageWorld();
  for (const [n, one] of wanted.entries()) {
    const reference = childOf(n);
    await world.stores.referrals.putReferral({ ...storedReferral(body), reference });
    const received = { ...caseOnReceipt(), reference };
    const listed = { status: 'ON_WAITING_LIST', next: 'DONE', list: entryOf(n, one) } as const;
    await world.stores.cases.createCase(
      applyChange(received, { now: LISTED_AT, policyVersion: 1 }, { ...listed, outbox: [] }),
    );
  }
  const enter = async (mailbox: string) => {
    const using = world.newBrowser();
    const asked = await using.post('/staff/sign-in', { mailbox });
    await using.post('/staff/sign-in/code', { mailbox, asker: hidden(asked, 'asker'), code: world.lastCode() });
    return using;
  };
  const manager = await enter('manager@example.org');
  /** Fills in the form of a change as it is shown now and sends it. */
  const change = async (n: number, action: string, fields: Readonly<Record<string, string>>, using = manager) => {
    const at = `/staff/records/${childOf(n)}/place/${action}`;
    const form = await using.get(at);
    const own = { csrf: hidden(form, 'csrf'), seen: hidden(form, 'seen') };
    const send = () => using.post(at, { ...own, reason: 'As the family asked', ...fields });
    return { answer: await send(), send };
  };
  const read = async (n: number) => {
    const theCase = await world.stores.cases.readCase(childOf(n));
    if (!theCase) throw new Error('The case is there.');
    return theCase;
  };
  return { ...world, enter, manager, change, read };
}
