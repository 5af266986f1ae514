import type { GenerateMac, SealStore, VerifyMac } from '#domain/ports/seals.ts';
import type { NightSeal } from '#domain/process/night-seal.ts';
import { keyedHash } from '#domain/values/hash.ts';

export interface MemorySeals extends SealStore {
  /** Puts another one over what is there, as someone who may write to the bucket could. */
  putOver(seal: NightSeal): void;
}

/** Seals kept in memory, each as it was when it was put. */
export function createMemorySeals(): MemorySeals {
  const places = new Map<number, NightSeal[]>();
  const at = (n: number) => places.get(n) ?? [];
  const putOver = (seal: NightSeal) => void places.set(seal.n, [...at(seal.n), structuredClone(seal)]);
  return {
    putOver,
    entries: async () =>
      [...places].map(([n, copies]) => ({ n, copies: copies.length })).sort((one, other) => one.n - other.n),
    read: async (n) => structuredClone(at(n)[0]),
    put: async (seal) => {
      if (at(seal.n).length > 0) return false;
      putOver(seal);
      return true;
    },
  };
}

/** MACs by a key in memory. */
export function createMemorySealKey(key = 'a key'): { generateMac: GenerateMac; verifyMac: VerifyMac } {
  const macOf = (text: string) => Buffer.from(keyedHash(key, text), 'hex').toString('base64');
  return { generateMac: async (text) => macOf(text), verifyMac: async (text, mac) => macOf(text) === mac };
}
