import type { SlotStore, SupportStore } from '#domain/ports/support-stores.ts';
import { Transient } from '#domain/problems/errors.ts';
import { supportPartSchema, wholeSupport } from '#domain/support/seal.ts';
import { type SlotClaim, slotClaimSchema } from '#domain/support/slot-claim.ts';
import { type Support, supportSchema } from '#domain/support/support.ts';
import { slotEntries, supportEntries } from './entries.ts';
import { slotKey, supportKey, supportPartKey } from './keys.ts';
import { parseIfThere } from './parse-item.ts';
import { partsOf } from './parts.ts';
import type { Condition, Table } from './table.ts';

type SupportReads = Pick<SupportStore, 'readSupport' | 'readPart' | 'readWholeSupport'>;

/** What reads a support, over whatever hands out its items. */
export function supportReads(table: Pick<Table, 'get'>): SupportReads {
  const readSupport = async (reference: string) => {
    const { pk, sk } = supportKey(reference);
    return parseIfThere(supportSchema, await table.get(pk, sk));
  };
  const readPart = async (reference: string, n: number) => {
    const { pk, sk } = supportPartKey(reference, n);
    return parseIfThere(supportPartSchema, await table.get(pk, sk));
  };
  return {
    readSupport,
    readPart,
    readWholeSupport: async (reference) => {
      const support = await readSupport(reference);
      return support?.sealed ? wholeSupport(support, await partsOf(readPart, support)) : support;
    },
  };
}

export function supportStore(table: Table): SupportStore {
  const put = (support: Support, condition: Condition) =>
    table.put({ ...supportKey(support.reference), ...support, ...supportEntries(support) }, condition);
  return {
    ...supportReads(table),
    createSupport: (support) => put(support, { absent: ['pk'] }),
    putPart: (part) => table.put({ ...supportPartKey(part.reference, part.n), ...part }, { absent: ['pk'] }),
    saveSupport: (support) => put(support, { equals: { version: support.version - 1 } }),
  };
}

export function slotStore(table: Table): SlotStore {
  const put = (slot: SlotClaim, condition: Condition) =>
    table.put({ ...slotKey(slot.slotId), ...slot, ...slotEntries(slot) }, condition);
  const readSlot = async (slotId: string) => {
    const { pk, sk } = slotKey(slotId);
    return parseIfThere(slotClaimSchema, await table.get(pk, sk));
  };
  /** The slot while this offer claims it. */
  const claimedBy = async (slotId: string, offer: string) => {
    const slot = await readSlot(slotId);
    return slot?.claim?.offer === offer ? slot : undefined;
  };
  return {
    readSlot,
    claimSlot: async (slotId, claim) => {
      const before = await readSlot(slotId);
      if (before?.claim) return before.claim;
      if (await put({ ...before, slotId, claim }, { absent: ['claim'] })) return claim;
      const first = (await readSlot(slotId))?.claim;
      if (!first) throw new Transient(`Slot ${slotId} was given up while it was being claimed. Try again.`);
      return first;
    },
    keepSlot: async (slotId, offer, now) => {
      const slot = await claimedBy(slotId, offer);
      if (!slot?.claim) return false;
      if (slot.claim.keptAt !== undefined) return true;
      return put({ ...slot, claim: { ...slot.claim, keptAt: now } }, { equals: { 'claim.offer': offer } });
    },
    releaseSlot: async (slotId, offer, now) => {
      const slot = await claimedBy(slotId, offer);
      if (!slot) return false;
      const { claim: _released, ...free } = slot;
      return put({ ...free, freed: { offer, at: now } }, { equals: { 'claim.offer': offer } });
    },
  };
}
