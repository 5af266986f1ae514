import type { Stores } from '#adapters/records/stores.ts';

/** Empty stores of one kind, and how to bring their indexes up to date: a lagging index does nothing by itself. */
interface StoreUnderTest {
  readonly stores: Stores;
  catchUp(): void;
}

export type OpenStore = () => Promise<StoreUnderTest>;

/** How often a call answered true when 100 made it side by side. */
export async function winnersOf(attempts: readonly Promise<boolean>[]): Promise<number> {
  return (await Promise.all(attempts)).filter(Boolean).length;
}

export const hundred: readonly number[] = Array.from({ length: 100 }, (_, i) => i);
