import type { SupportPart } from '../support/seal.ts';
import type { SlotClaim } from '../support/slot-claim.ts';
import type { Support } from '../support/support.ts';

/** Where supports are kept: one item a child, beside the case, changed by one conditional write at a time. */
export interface SupportStore {
  /** True when this call created it; false when the child has one. */
  createSupport(support: Support): Promise<boolean>;
  readSupport(reference: string): Promise<Support | undefined>;
  /** Replaces the support read as `version - 1`; false, with nothing written, when someone was faster. */
  saveSupport(changed: Support): Promise<boolean>;
  /** The support with its sealed parts: everything that ever happened, for proofs. Never to be saved. */
  readWholeSupport(reference: string): Promise<Support | undefined>;
  /** True when this call stored the part; false when one of its number is there: the support it belongs to was not saved yet. */
  putPart(part: SupportPart): Promise<boolean>;
  readPart(reference: string, n: number): Promise<SupportPart | undefined>;
}

/** Who has which slot. Each write is conditional, so that a slot has one claim at a time. */
export interface SlotStore {
  readSlot(slotId: string): Promise<SlotClaim | undefined>;
  /** Claims a slot that is free. Answers the claim that stands now: this one, or who was first. */
  claimSlot(slotId: string, claim: NonNullable<SlotClaim['claim']>): Promise<NonNullable<SlotClaim['claim']>>;
  /** Says that the offer behind this claim was made. False when another claim stands. */
  keepSlot(slotId: string, offer: string, now: string): Promise<boolean>;
  /** Releases the claim of this offer. False when it is not the one that stands. */
  releaseSlot(slotId: string, offer: string, now: string): Promise<boolean>;
}
