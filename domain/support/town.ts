import type { ListEntry } from '../lists/entry.ts';
import { slotHeld } from './name-practitioner.ts';
import type { Support } from './support.ts';

interface Placed {
  readonly list: Pick<ListEntry, 'locality'> | null;
}

/**
 * The town in which a child waits or has support. A family can have moved since the referral was sent, so what the referral says
 * counts only where nothing else does.
 */
export function townNow(
  said: string | undefined,
  theCase: Placed,
  support: Pick<Support, 'list' | 'offers' | 'started'> | undefined,
): string | undefined {
  if (!support) return theCase.list?.locality ?? said;
  return support.list?.locality ?? slotHeld(support)?.locality ?? support.started?.place?.locality ?? said;
}
