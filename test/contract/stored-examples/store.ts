import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { memoryTable } from '#adapters/memory/table.ts';
import { storesOver } from '#adapters/records/stores.ts';
import { ITEM_VERSION } from '#adapters/records/version.ts';
import { testRandom } from '#test/http/doubles.ts';
import { storeBalances } from './store-balances.ts';
import { storeCapacity } from './store-capacity.ts';
import { storeCases } from './store-cases.ts';
import { storeChangedCases } from './store-changed-cases.ts';
import { storeDecidedCases } from './store-decided-case.ts';
import { storeDrafts } from './store-drafts.ts';
import { storeEndedCase, storeReopenedCase } from './store-ended-case.ts';
import { storeFigures } from './store-figures.ts';
import { storeFollowed } from './store-followed.ts';
import { storeHeld } from './store-held.ts';
import { storeImports } from './store-imports.ts';
import { storeListedCases } from './store-listed-cases.ts';
import { storeMails } from './store-mails.ts';
import { storeOpenings } from './store-openings.ts';
import { storeOthers } from './store-others.ts';
import { storePlans } from './store-plans.ts';
import { storeAskedCase, storeJoinedCase, storeRemindedCase } from './store-reminded-case.ts';
import { storeSharedCase } from './store-shared-case.ts';
import { storeSupports } from './store-supports.ts';
import { storeTodos } from './store-todos.ts';
import { storeToldCase } from './store-told-case.ts';
import { storeUnansweredCase } from './store-unanswered-case.ts';

/**
 * Stores one example of each kind of item as this release stores it, in the folder of its version. What stands there is
 * never written again: it is what services hold. A kind or a state that is new gets a file of its own.
 */
const table = memoryTable(false);
const stores = storesOver(table, testRandom());
const folder = new URL(`./${ITEM_VERSION}/`, import.meta.url);
mkdirSync(folder, { recursive: true });

/** The first item whose sort key begins like this: the key of a reading ends in something random. */
async function keep(name: string, pk: string, sk: string): Promise<void> {
  const [item] = await table.under(pk, sk);
  if (!item) throw new Error(`There is no item ${pk} / ${sk}.`);
  const file = new URL(`${name}.json`, folder);
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(item, null, 2)}\n`);
}

const stored = await storeCases(stores, keep);
await storeListedCases(stores, keep, stored);
await storeSharedCase(stores, keep, stored.redirected);
await storeEndedCase(stores, keep, stored.declined);
await storeReopenedCase(stores, keep, stored.declined);
await storeChangedCases(stores, keep, stored.inTriage);
await storeDecidedCases(stores, keep);
await storeRemindedCase(stores, keep);
await storeAskedCase(stores, keep);
await storeJoinedCase(stores, keep);
await storeToldCase(stores, keep);
await storeTodos(stores, keep);
await storeDrafts(stores, keep);
await storeHeld(stores, keep);
await storeOthers(stores, keep);
await storeSupports(stores, keep);
await storePlans(stores, keep);
await storeCapacity(stores, keep);
await storeBalances(stores, keep);
await storeFigures(stores, keep);
await storeImports(stores, keep);
await storeFollowed(stores, keep);
await storeUnansweredCase(stores, keep);
await storeMails(stores, keep);
await storeOpenings(stores, keep);
