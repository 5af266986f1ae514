import * as z from 'zod';
import { stored } from '../values/stored.ts';

/**
 * One line of the list of what was erased: which referral, when, on what ground and by whom, as a code. It holds nothing of a
 * child. `ground` is the period that had ended (`ACCEPTED`, `NOT_ACCEPTED`, `NOT_AGREED`, `CANARY`), or `REQUEST`.
 */
export const erasedSchema = stored({
  reference: z.string(),
  at: z.iso.datetime(),
  ground: z.string(),
  by: z.string(),
});
export type Erased = z.infer<typeof erasedSchema>;

/** When each reference was erased last. */
export function erasedLast(list: readonly Pick<Erased, 'reference' | 'at'>[]): ReadonlyMap<string, string> {
  const last = new Map<string, string>();
  for (const { reference, at } of list) {
    if (at > (last.get(reference) ?? '')) last.set(reference, at);
  }
  return last;
}
