import type { IndexedRow } from '../lists/balance/index-faults.ts';
import type { ListNight } from '../lists/balance/night.ts';
import type { ListRow } from '../process/rows.ts';
import type { CaseStore, ReferralStore, TodoStore } from './stores.ts';
import type { SupportStore } from './support-stores.ts';

/**
 * What is stored of one referral, read together with that of others. Each call answers as the store of its name does, from
 * what was read. Of what was not asked for it says that there is none.
 */
export interface Gathered {
  readonly reference: string;
  readonly cases: Pick<CaseStore, 'readCase' | 'readWholeCase'>;
  readonly supports: Pick<SupportStore, 'readSupport' | 'readWholeSupport'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly todos: Pick<TodoStore, 'readTodo'>;
}

/**
 * The reads of nightly work: of everyone at once, and not one call a child. All but the index are consistent. All throw
 * `Transient` when the store is out of reach or throttles.
 */
export interface Everyone {
  /**
   * Every case and every support with their parts, read from the table itself, so that no index can leave one out. A referral
   * of which only a part is left is there too. Now and then one comes in two pieces, each without the other: what is missing in
   * one counts only once the item itself was asked for.
   */
  histories(): AsyncIterable<Gathered>;
  /** The same, with whatever else is stored of a referral only once it has a case. */
  traces(): AsyncIterable<Gathered>;
  /** Every entry of the index of the lists, in no order: a hint, possibly late. */
  listRows(): AsyncIterable<IndexedRow>;
  /**
   * The case, the referral and the TODO to review the wait of each of these, and the support where the row is of one; in the
   * order of the rows.
   */
  ofRows(rows: readonly Pick<ListRow, 'reference' | 'holder'>[]): Promise<readonly Gathered[]>;
  /** The balances of these lists in these nights, in no order. */
  listNights(lists: readonly string[], nights: readonly string[]): Promise<readonly ListNight[]>;
}
