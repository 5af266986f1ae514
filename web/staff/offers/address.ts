import { recordAt } from '../records/address.ts';

/** What is free, and what is offered. */
export const OFFERS_AT = '/staff/offers';

/** Where a free slot is offered to the next child. */
export function slotAt(id: string): string {
  return `${OFFERS_AT}/${id}`;
}

/** What one child was offered, and what the family answered. */
export function childOfferAt(reference: string): string {
  return `${recordAt(reference)}/offer`;
}
