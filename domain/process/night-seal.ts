import * as z from 'zod';
import { canonicalJson, sha256 } from '../values/hash.ts';
import { stored } from '../values/stored.ts';
import { brokenAt } from './history.ts';

const headSchema = stored({ reference: z.string(), events: z.int().min(0), hash: z.string() });

/**
 * How a history stood when it was sealed: how many events it had, and the hash of the last one ('' while it had none). Here
 * `reference` is its name: of a case its reference, of a support `<reference>-support`.
 */
export type Head = z.infer<typeof headSchema>;

/**
 * What is sealed in one night: the head of the history of every case and every support, without anything of a person. `n` counts from 1 without a gap, and
 * `previous` is the MAC of the seal before ('' at first). `broken` are those that no longer held; their heads stay
 * as they were. `accepted` are those that an operator had sealed as they stand.
 */
export const nightSealSchema = stored({
  n: z.int().min(1),
  night: z.iso.date(),
  sealedAt: z.iso.datetime(),
  previous: z.string(),
  heads: z.array(headSchema),
  broken: z.array(z.string()),
  accepted: z.array(z.string()),
  /** The MAC of all the rest, in base64. */
  mac: z.string(),
});
export type NightSeal = z.infer<typeof nightSealSchema>;

/** The text of which the MAC is made: it differs whenever anything in the seal does. */
export function textToSeal(seal: Omit<NightSeal, 'mac'> & { readonly mac?: string }): string {
  const { mac: _mac, ...rest } = seal;
  return sha256(canonicalJson(rest));
}

/** Why a history does not hold: it is gone, does not follow from itself, or is not the one that was sealed. */
export type HistoryFault = 'MISSING' | 'CHANGED' | 'CUT_SHORT' | 'REWRITTEN';

type History = Parameters<typeof brokenAt>[0];

/** The first fault of a history, also against the head that was sealed of it; undefined where it holds. */
export function faultOf(history: History | undefined, sealed: Head | undefined): HistoryFault | undefined {
  if (history === undefined) return sealed && 'MISSING';
  if (brokenAt(history) !== undefined) return 'CHANGED';
  return sealed && faultAgainst(sealed, history);
}

/** As `faultOf`, of a history that follows from itself. */
export function faultAgainst(sealed: Head, history: readonly { readonly hash: string }[]): HistoryFault | undefined {
  if (history.length < sealed.events) return 'CUT_SHORT';
  const hash = history[sealed.events - 1]?.hash ?? '';
  return hash === sealed.hash ? undefined : 'REWRITTEN';
}

/** The head of a history as it stands. */
export function headOf(reference: string, history: History): Head {
  return { reference, events: history.length, hash: history.at(-1)?.hash ?? '' };
}
