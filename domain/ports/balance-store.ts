import type { ListNight, Night } from '../lists/balance/night.ts';

/** Where the balances of the lists are kept: one item a list and night, and one of each night for all lists. */
export interface BalanceStore {
  readListNight(list: string, night: string): Promise<ListNight | undefined>;
  /** The nights of one list, the last first, from the one before this date: at most `limit`. */
  listNightsBefore(list: string, night: string, limit: number): Promise<readonly ListNight[]>;
  /** Replaces the one read as `version - 1` (0: there was none); false when another run was faster. */
  saveListNight(night: ListNight): Promise<boolean>;
  readNight(night: string): Promise<Night | undefined>;
  /** The nights of all lists, the last first, from the one before this date: at most `limit`. */
  nightsBefore(night: string, limit: number): Promise<readonly Night[]>;
  /** As `saveListNight`. */
  saveNight(night: Night): Promise<boolean>;
}
