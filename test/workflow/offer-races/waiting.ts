import { memoryTable } from '#adapters/memory/table.ts';
import { storesOver } from '#adapters/records/stores.ts';
import type { Item, Table } from '#adapters/records/table.ts';
import { testRandom } from '#test/http/doubles.ts';
import { capacityOf, mondays } from '#test/unit/domain/lists/capacity-sample.ts';
import { instance } from '../instance.ts';
import { decideForGood, refer } from '../road.ts';

/** Three children who wait for a group with two places, as they are stored, and the time by then. */
export interface Waiting {
  readonly items: readonly Item[];
  readonly children: readonly string[];
  readonly at: string;
}

/** The places of the group. */
export const PLACES = ['g1-1', 'g1-2'] as const;

let once: Promise<Waiting> | undefined;

/** Taken there once by their real road; every race begins from a copy. */
export function waiting(): Promise<Waiting> {
  once ??= takenThere();
  return once;
}

async function takenThere(): Promise<Waiting> {
  const memory = memoryTable(false);
  const items = new Map<string, Item>();
  const put: Table['put'] = async (item, condition) => {
    const isPut = await memory.put(item, condition);
    if (isPut) items.set(`${item.pk} ${item.sk}`, structuredClone(item));
    return isPut;
  };
  const one = instance({ stores: storesOver({ ...memory, put }, testRandom()), at: '2026-10-12T08:00:00.000Z' });
  await one.capacity.saveCapacity(capacityOf({ groups: [{ ...mondays, locality: 'Taunton' }] }));
  const children: string[] = [];
  for (const id of ['C01', 'C09', 'C18']) {
    const reference = await refer(one, id);
    await decideForGood(one, reference, 'INVITE_GROUP');
    children.push(reference);
  }
  await one.sweep();
  return { items: [...items.values()], children, at: one.clock.now() };
}
