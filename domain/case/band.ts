import type { Band } from '../lists/band.ts';
import { orderKey } from '../lists/order.ts';
import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { referredAt } from './list.ts';

/** The case with its band as a person confirms it, at its place by that. Undefined once it is confirmed, or off the list. */
export function bandConfirmed(
  theCase: Case,
  moment: Moment,
  { band, reason, by }: { readonly band: Band; readonly reason: string; readonly by: Actor },
): Case | undefined {
  const { list, reference } = theCase;
  if (!list || list.band !== null) return undefined;
  const order = orderKey({ band, targetOn: list.targetOn, referredAt: referredAt(theCase), reference });
  const event = { event: 'BAND_CONFIRMED', by, band, ...(reason === '' ? {} : { text: reason }) } as const;
  return applyChange(theCase, moment, { list: { ...list, band, order }, moveBy: theCase.moveBy }, event);
}
