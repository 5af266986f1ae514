import * as z from 'zod';
import { canonicalJson, sha256 } from '../../values/hash.ts';
import { stored } from '../../values/stored.ts';
import type { Place } from '../entry.ts';
import { textOfPlace } from './entry-faults.ts';
import { findingSchema } from './findings.ts';
import { sumsSchema } from './sums.ts';

/** A child who was on a list when its night closed, with the hash of the whole place. */
const closingSchema = stored({ reference: z.string(), place: z.string() });

/**
 * One list in one night. It closes at `closedAt`, a little before it was worked out, when everything dated before was written.
 * `hash` covers all the rest, so that an altered balance is noticed in the next night.
 */
export const listNightSchema = stored({
  list: z.string(),
  night: z.iso.date(),
  version: z.int().min(1),
  closedAt: z.iso.datetime(),
  /** The night before, from whose closing this one opens; absent in the first. */
  since: z.iso.date().optional(),
  sums: sumsSchema,
  /** From the first night of this month to this one. */
  month: sumsSchema,
  closing: z.array(closingSchema),
  /** Who is missing since a night before, until they are found or someone accepts it. */
  lost: z.array(z.string()),
  findings: z.array(findingSchema),
  hash: z.string(),
});
export type ListNight = z.infer<typeof listNightSchema>;

/** One night of all lists: that it was worked out to its end, with what, and everything that it found. */
export const nightSchema = stored({
  night: z.iso.date(),
  version: z.int().min(1),
  closedAt: z.iso.datetime(),
  children: z.int().min(0),
  lists: z.array(stored({ list: z.string(), hash: z.string() })),
  findings: z.array(findingSchema),
  /** How many there were, where they are too many to be kept. */
  found: z.int().min(0),
});
export type Night = z.infer<typeof nightSchema>;

/** The hash of a place, short: it is held against itself only. */
export function hashOfPlace(place: Place): string {
  return sha256(textOfPlace(place)).slice(0, 20);
}

/** The night of a list with the hash over all of it. */
export function hashed(night: Omit<ListNight, 'hash'>): ListNight {
  return { ...night, hash: hashOfNight(night) };
}

/** Whether the night of a list is what was written. */
export function isAsWritten(night: ListNight): boolean {
  return night.hash === hashOfNight(night);
}

function hashOfNight(night: Omit<ListNight, 'hash'> & { readonly hash?: unknown }): string {
  const { hash: _own, ...rest } = night;
  return sha256(canonicalJson(rest));
}
