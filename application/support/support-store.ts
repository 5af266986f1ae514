import type { SupportStore } from '#domain/ports/support-stores.ts';
import type { Support } from '#domain/support/support.ts';
import { type AggregateStore, type Change, changeAggregate } from '../change-case.ts';

/** The store of supports as the sweeper and every change see it. */
export function supportsAsAggregates(supports: SupportStore): AggregateStore<Support> {
  return { read: supports.readSupport, save: supports.saveSupport };
}

/** Changes a support by one conditional write; `change` answers undefined to leave it as it is. Throws `CaseNotFound` for none. */
export function changeSupport(
  supports: SupportStore,
  reference: string,
  change: (current: Support) => Support | undefined,
): Promise<Change<Support>> {
  return changeAggregate(supportsAsAggregates(supports), reference, change);
}
