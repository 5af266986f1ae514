import type { StoredChild } from '#domain/lists/balance/child.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { Transient } from '#domain/problems/errors.ts';
import type { Support } from '#domain/support/support.ts';

export interface ChildDeps {
  readonly cases: Pick<CaseStore, 'readWholeCase'>;
  readonly supports?: { readWholeSupport(reference: string): Promise<Support | undefined> };
}

/** All that is stored of the place of a child, or why there is none. Throws `Transient` as the stores do. */
export async function readChild(
  { cases, supports }: ChildDeps,
  reference: string,
): Promise<StoredChild | 'CASE_GONE' | 'UNREADABLE'> {
  try {
    const theCase = await cases.readWholeCase(reference);
    if (!theCase) return 'CASE_GONE';
    return { reference, theCase, support: await supports?.readWholeSupport(reference) };
  } catch (error) {
    if (error instanceof Transient) throw error;
    return 'UNREADABLE';
  }
}
