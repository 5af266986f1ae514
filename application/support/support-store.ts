import type { SupportStore } from '#domain/ports/support-stores.ts';
import { supportPartToSeal, withoutSupportPart } from '#domain/support/seal.ts';
import type { Support } from '#domain/support/support.ts';
import { type AggregateStore, type Change, changeAggregate } from '../change-case.ts';
import { sealOff } from '../seal-off.ts';

/** The store of supports as the sweeper and every change see it: each is saved after its oldest part, where it has grown too long. */
export function supportsAsAggregates(supports: SupportStore): AggregateStore<Support> {
  const { putPart, readPart } = supports;
  const sealing = { partToSeal: supportPartToSeal, withoutPart: withoutSupportPart, putPart, readPart };
  return {
    read: supports.readSupport,
    save: async (changed) => supports.saveSupport(await sealOff(sealing, changed)),
  };
}

/** Changes a support by one conditional write; `change` answers undefined to leave it as it is. Throws `CaseNotFound` for none. */
export function changeSupport(
  supports: SupportStore,
  reference: string,
  change: (current: Support) => Support | undefined,
): Promise<Change<Support>> {
  return changeAggregate(supportsAsAggregates(supports), reference, change);
}
