import * as z from 'zod';
import type { Case } from '../case/case.ts';
import { isOpen } from '../case/codes.ts';
import { isOverTarget } from '../lists/target.ts';
import type { Policy } from '../service/policy.ts';
import { hasPlace, type Support } from '../support/support.ts';
import { daysBetween, londonDateOf } from '../values/dates.ts';
import { stored } from '../values/stored.ts';

const countShape = { n: z.int().min(1) };

/** The service as a night saw it: how old open cases are, and who waits where. */
export const presentSchema = stored({
  asOf: z.iso.datetime(),
  /** Cases by where they are and by how long ago the referral came. */
  ages: z.array(stored({ stage: z.string(), age: z.string(), ...countShape })),
  /** Children on the lists; `over`: for longer than the aim. */
  waiting: z.array(stored({ pathway: z.string(), locality: z.string(), ...countShape, over: z.int().min(0) })),
});
export type Present = z.infer<typeof presentSchema>;

/** Where an open case is. */
export const STAGES = ['BEFORE_DECISION', 'ON_LIST', 'IN_SUPPORT'] as const;

/** How long ago a referral came, each up to so many days. */
export const AGES = [
  ['UP_TO_2_WEEKS', 14],
  ['UP_TO_4_WEEKS', 28],
  ['UP_TO_8_WEEKS', 56],
  ['UP_TO_13_WEEKS', 91],
  ['UP_TO_26_WEEKS', 182],
  ['UP_TO_52_WEEKS', 364],
  ['OVER_52_WEEKS', Number.POSITIVE_INFINITY],
] as const;

/** What one open case adds to the present. */
export interface Open {
  readonly stage: (typeof STAGES)[number];
  readonly age: string;
  readonly waits?: { readonly pathway: string; readonly locality: string; readonly isOver: boolean };
}

/** Where an open case is on this day; undefined for one that has ended. */
export function openOn(
  theCase: Pick<Case, 'status' | 'receivedAt' | 'list' | 'toSupport'>,
  support: Support | undefined,
  today: string,
  policy: Policy,
): Open | undefined {
  if (!isOpen(theCase.status)) return undefined;
  const days = daysBetween(londonDateOf(theCase.receivedAt), today);
  const age = AGES.find(([, upTo]) => days <= upTo)?.[0] ?? 'OVER_52_WEEKS';
  const place = support?.list ?? theCase.list;
  if (!place || hasPlace(support)) return { stage: support ? 'IN_SUPPORT' : 'BEFORE_DECISION', age };
  const { pathway, locality, acceptedOn } = place;
  const isOver = isOverTarget(acceptedOn, null, today, policy);
  return { stage: 'ON_LIST', age, waits: { pathway, locality, isOver } };
}

/** The present of all open cases. */
export function presentOf(open: readonly Open[], asOf: string): Present {
  const ages = Map.groupBy(open, ({ stage, age }) => `${stage}|${age}`);
  const waits = open.flatMap(({ waits }) => waits ?? []);
  const lists = Map.groupBy(waits, ({ pathway, locality }) => `${pathway}|${locality}`);
  return {
    asOf,
    ages: [...ages.values()].flatMap(([one, ...more]) =>
      one ? [{ stage: one.stage, age: one.age, n: more.length + 1 }] : [],
    ),
    waiting: [...lists.values()].flatMap((all) => {
      const [one] = all;
      const over = all.filter(({ isOver }) => isOver).length;
      return one ? [{ pathway: one.pathway, locality: one.locality, n: all.length, over }] : [];
    }),
  };
}
