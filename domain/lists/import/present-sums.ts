import * as z from 'zod';
import { canonicalJson, sha256 } from '../../values/hash.ts';
import { stored } from '../../values/stored.ts';
import { type PresentChild, presentCells } from './present-child.ts';
import type { PresentCells } from './present-row.ts';

const groupShape = {
  pathway: z.string(),
  locality: z.string(),
  /** Null where no person has confirmed one. */
  band: z.literal([1, 2, 3]).nullable(),
  /** Of the first referral. */
  year: z.string(),
};

/** One child in the sums: the group, and a hash over all that is known of the child. */
export const childSumSchema = stored({ ...groupShape, hash: z.string() });
export type ChildSum = z.infer<typeof childSumSchema>;

/** How many children are of one list, band and year of referral, and a checksum over all that is known of them. */
export const presentSumSchema = stored({ ...groupShape, children: z.int().min(0), checksum: z.string() });
export type PresentSum = z.infer<typeof presentSumSchema>;

/** Enough of SHA-256 that no two lists have the same by chance, and that a person can compare two. */
const SHOWN = 12;

/** What a child counts as. Two rows that say the same of a child count as the same, however their dates are written. */
export function childSum(child: PresentChild): ChildSum {
  const { pathway, locality, band, referredOn } = child;
  return {
    pathway,
    locality,
    band,
    year: referredOn.slice(0, 4),
    hash: sha256(canonicalJson(countedCells(presentCells(child)))),
  };
}

/** What counts of a row: a column of a later release only where it is filled in, so that every file and child counts as it did before. */
export function countedCells({ closed_on: closedOn, ...cells }: PresentCells): Partial<PresentCells> {
  return closedOn === '' ? cells : { ...cells, closed_on: closedOn };
}

/** Children counted by list, band and year of referral, in that order. The order of the children changes nothing. */
export function presentSums(children: readonly ChildSum[]): PresentSum[] {
  const groups = new Map<string, ChildSum[]>();
  for (const child of children) groups.set(keyOf(child), [...(groups.get(keyOf(child)) ?? []), child]);
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group;
      if (!first) return [];
      const { pathway, locality, band, year } = first;
      return [{ pathway, locality, band, year, children: group.length, checksum: checksumOf(group) }];
    });
}

/** One checksum over all children, for a whole file. */
export function checksumOf(children: readonly ChildSum[]): string {
  const hashes = children.map(({ hash }) => hash).sort();
  return sha256(hashes.join('\n')).slice(0, SHOWN);
}

/** What names a group: its list, its band and its year. */
export function keyOf({ pathway, locality, band, year }: Omit<ChildSum, 'hash'>): string {
  return [pathway, locality, band ?? 4, year].join(' ');
}
