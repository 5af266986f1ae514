import { isCanary } from '#domain/canary/mark.ts';
import { listPathwaySchema } from '#domain/case/codes.ts';
import { listNightSchema } from '#domain/lists/balance/night.ts';
import { reviewOfWait } from '#domain/notices/asked-todos.ts';
import { todoId } from '#domain/people/todo.ts';
import type { Everyone, Gathered } from '#domain/ports/everyone.ts';
import { INDEXES } from '#domain/process/indexes.ts';
import { caseReads } from './cases.ts';
import { listRowOf } from './index-queries.ts';
import {
  balanceKey,
  caseKey,
  checkKey,
  partKey,
  referenceOf,
  referralKey,
  supportKey,
  supportPartKey,
  TODO_PREFIX,
  todoKey,
} from './keys.ts';
import { parseItem } from './parse-item.ts';
import { referralReads } from './referrals.ts';
import { supportReads } from './supports.ts';
import type { Item } from './table.ts';
import { todoReads } from './todos.ts';
import type { Wanted, WholeTable } from './whole-table.ts';

const prefixOf = ({ sk }: { readonly sk: string }) => sk.slice(0, sk.indexOf('#') + 1);

const HISTORIES: Wanted = {
  is: [caseKey('').sk, supportKey('').sk],
  begins: [prefixOf(partKey('', 1)), prefixOf(supportPartKey('', 1))],
};
const TRACES: Wanted = { ...HISTORIES, begins: [...HISTORIES.begins, prefixOf(checkKey('', 1)), TODO_PREFIX] };

const PATHWAYS = listPathwaySchema.options;

/** The reads of nightly work over a table that is read whole: the same keys and shapes as of the stores. */
export function everyoneIn(table: WholeTable): Everyone {
  return {
    histories: () => byReferral(table.items(HISTORIES)),
    traces: () => byReferral(table.items(TRACES)),
    listRows: async function* listRows() {
      for await (const entry of table.entries('list')) {
        const list = String(entry[INDEXES.list.key]);
        // The visits of each practitioner stand in the same index.
        if (PATHWAYS.some((pathway) => list.startsWith(`${pathway}#`))) yield { list, row: listRowOf(entry) };
      }
    },
    ofRows: async (rows) => {
      const keys = rows.flatMap(({ reference, holder }) => [
        ...[caseKey(reference), referralKey(reference), todoKey(reference, todoId(reference, reviewOfWait))],
        ...(holder === 'SUPPORT' ? [supportKey(reference)] : []),
      ]);
      const items = Map.groupBy(await table.getAll(keys), ({ pk }) => pk);
      return rows.map(({ reference }) => gathered(reference, items.get(caseKey(reference).pk) ?? []));
    },
    listNights: async (lists, nights) => {
      const keys = lists.flatMap((list) => nights.map((night) => balanceKey(list, night)));
      return (await table.getAll(keys)).map((item) => parseItem(listNightSchema, item));
    },
  };
}

/** Items that follow each other under one pk, together; none of the canary. */
async function* byReferral(items: AsyncIterable<Item>): AsyncGenerator<Gathered> {
  let some: Item[] = [];
  for await (const item of items) {
    const [first] = some;
    if (first && first.pk !== item.pk) {
      if (!some.some(isOfCanary)) yield gathered(referenceOf(first.pk), some);
      some = [];
    }
    some.push(item);
  }
  const [first] = some;
  if (first && !some.some(isOfCanary)) yield gathered(referenceOf(first.pk), some);
}

/** Whether this is the case of a referral of the canary, which no list balances and no seal keeps. */
function isOfCanary({ sk, caller }: Item): boolean {
  return sk === caseKey('').sk && typeof caller === 'string' && isCanary({ caller });
}

/** What is stored of one referral, from its items. */
export function gathered(reference: string, items: readonly Item[]): Gathered {
  const bySk = new Map(items.map((item) => [item.sk, item]));
  const table = { get: async (_pk: string, sk: string) => bySk.get(sk) };
  return {
    ...{ reference, cases: caseReads(table), supports: supportReads(table) },
    ...{ referrals: referralReads(table), todos: todoReads(table) },
  };
}
