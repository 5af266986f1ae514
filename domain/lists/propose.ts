import { inWords } from '../values/numbers.ts';
import type { Slot } from './capacity.ts';
import { type Explained, explainPlace } from './explain.ts';
import { isHeldOn } from './hold.ts';
import { sumOf, type Tally } from './tally.ts';

/** Why a child is passed over when a slot is free, as a code. */
export type PassedOverWhy =
  | 'OTHER_PATHWAY'
  | 'OTHER_LOCALITY'
  | 'OFFERED'
  | 'TO_RING'
  | 'UNDER_WAY'
  | 'ON_HOLD'
  | 'BAND_NOT_CONFIRMED'
  | 'NOT_RELEASED'
  | 'NOT_DECIDED_JOINTLY'
  | 'PROPOSED';

type OfSlot = Pick<Slot, 'pathway' | 'locality'>;

/** What of a place decides whether a slot fits it. */
export interface Fitted {
  readonly pathway: string;
  readonly locality: string;
  readonly band: number | null;
  readonly offered?: string | undefined;
  readonly hold?: { readonly until?: string | undefined } | undefined;
  /** The child came with a present list that no one has released. */
  readonly quiet?: object | undefined;
}

/** A child of a list as a proposal sees them: the place, who waits before, and what else keeps the child from an offer. */
export interface Candidate {
  readonly reference: string;
  readonly entry: Fitted & Explained;
  readonly tally: Tally;
  readonly kept?: 'TO_RING' | 'UNDER_WAY' | 'NOT_DECIDED_JOINTLY' | undefined;
}

/** The next child for a slot, with the reason in a sentence, and each child before who was passed over. */
export interface Proposal {
  readonly next?: { readonly candidate: Candidate; readonly reason: string };
  readonly passedOver: readonly { readonly candidate: Candidate; readonly why: PassedOverWhy }[];
}

/**
 * Why this slot cannot be offered to the child of this place; undefined where it can. A hold ends on the date that was given.
 * No home visit is offered before a person has confirmed the band (RULES, order). `today`: local date.
 */
export function whyNoFit(entry: Fitted, slot: OfSlot, today: string): PassedOverWhy | undefined {
  const { hold } = entry;
  if (entry.pathway !== slot.pathway) return 'OTHER_PATHWAY';
  if (entry.locality !== slot.locality) return 'OTHER_LOCALITY';
  if (entry.quiet !== undefined) return 'NOT_RELEASED';
  if (entry.offered !== undefined) return 'OFFERED';
  if (hold && isHeldOn(hold, today)) return 'ON_HOLD';
  return slot.pathway === 'HOME_VISITING' && entry.band === null ? 'BAND_NOT_CONFIRMED' : undefined;
}

/**
 * The first child in the order of the list whom the slot fits. It only proposes: a person decides, and no one who is passed
 * over loses their place. `proposed`: those who are proposed for other slots already.
 */
export function proposeNext(
  slot: OfSlot,
  inOrder: readonly Candidate[],
  today: string,
  proposed: ReadonlySet<string> = new Set(),
): Proposal {
  const whyNot = ({ reference, entry, kept }: Candidate) =>
    whyNoFit(entry, slot, today) ?? kept ?? (proposed.has(reference) ? 'PROPOSED' : undefined);
  const judged = inOrder.map((candidate) => ({ candidate, why: whyNot(candidate) }));
  const at = judged.findIndex(({ why }) => why === undefined);
  const before = at < 0 ? judged : judged.slice(0, at);
  const passedOver = before.flatMap(({ candidate, why }) => (why === undefined ? [] : [{ candidate, why }]));
  const candidate = judged[at]?.candidate;
  return candidate ? { next: { candidate, reason: reasonFor(candidate) }, passedOver } : { passedOver };
}

/** A proposal for each free slot: one child is proposed for one slot only. */
export function proposeAll<Free extends OfSlot>(
  slots: readonly Free[],
  inOrderOf: (slot: OfSlot) => readonly Candidate[],
  today: string,
): { readonly slot: Free; readonly proposal: Proposal }[] {
  const proposed = new Set<string>();
  return slots.map((slot) => {
    const proposal = proposeNext(slot, inOrderOf(slot), today, proposed);
    if (proposal.next) proposed.add(proposal.next.candidate.reference);
    return { slot, proposal };
  });
}

function reasonFor({ entry, tally }: Candidate): string {
  const before = sumOf(tally);
  return `${explainPlace(entry, tally)}${passedInWords(before)}.`;
}

function passedInWords(before: number): string {
  if (before === 0) return '';
  if (before === 1) return ', and is passed over';
  return before === 2 ? ', and both are passed over' : `, and all ${inWords(before)} are passed over`;
}
