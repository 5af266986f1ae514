import type { NightSeal } from '../process/night-seal.ts';

/** One place in the row of seals. `copies`: what was ever put there or deleted there; the service itself puts one. */
export interface SealEntry {
  readonly n: number;
  readonly copies: number;
}

/** Where the seals of the nights are kept, locked: the first that is put under a number stays. */
export interface SealStore {
  /** All places under which something was ever put, by number. */
  entries(): Promise<readonly SealEntry[]>;
  /** What was put there first; undefined where nothing was. */
  read(n: number): Promise<NightSeal | undefined>;
  /** True when this call stored it; false when there is one of its number. */
  put(seal: NightSeal): Promise<boolean>;
}

/** The MAC of a text by the key of the seals, in base64. */
export type GenerateMac = (text: string) => Promise<string>;

/** Whether this is the MAC of the text by the key of the seals. */
export type VerifyMac = (text: string, mac: string) => Promise<boolean>;

/** The reference of every case, in no order; read from the table itself, so that no index can leave one out. */
export type References = () => AsyncIterable<string>;
