import * as fc from 'fast-check';
import type { Item } from '#adapters/records/table.ts';
import type { SlotStore } from '#domain/ports/support-stores.ts';
import type { FamilyAnswer } from '#domain/support/offer.ts';
import type { Death } from '../schedules/switching.ts';

/** Who acts in a race: two managers, the families, someone who records that a child has died, and the machines. */
export type Who = 'FIRST' | 'SECOND' | 'FAMILY' | 'STAFF' | 'SWEEPER' | 'WORKFLOW' | 'CLOCK';

/** What the family of the child at this place of the list says to whatever is open. */
interface Said {
  readonly child: number;
  readonly what: FamilyAnswer;
  readonly way: 'LINK' | 'STAFF';
}

export interface Plan {
  readonly said: readonly Said[];
  /** The place on the list of the child who dies in the middle of it. */
  readonly dies: number | undefined;
  /** How far the clock goes each time, in minutes: within the time of a claim, past it, or past the last day to answer. */
  readonly clock: readonly { readonly turns: number; readonly minutes: number }[];
  /** How many days no one does anything, at a time: until a family is reminded, and until the offer runs out. */
  readonly quietDays: readonly number[];
  readonly death: (Death<Who> & { readonly comesBack: boolean }) | undefined;
}

/** What is broken on purpose, to see that the races find it. */
export interface Broken {
  readonly slots?: Partial<SlotStore>;
  /** An item as it is stored instead. */
  readonly stored?: (item: Item) => Item;
  /** What every race has in common. */
  readonly plan?: Partial<Plan>;
}

/** In minutes. */
export const DAY = 24 * 60;

const child = fc.integer({ min: 0, max: 2 });

export const plans: fc.Arbitrary<Plan> = fc.record({
  said: fc.array(
    fc.record({
      child,
      what: fc.constantFrom('ACCEPTED' as const, 'LATER' as const, 'DECLINED' as const, 'CALL_ME' as const),
      way: fc.constantFrom('LINK' as const, 'STAFF' as const),
    }),
    { maxLength: 4 },
  ),
  dies: fc.option(child, { nil: undefined, freq: 3 }),
  clock: fc.array(
    fc.record({
      turns: fc.integer({ min: 1, max: 150 }),
      minutes: fc.constantFrom(1, 6, 11, 8 * DAY),
    }),
    { maxLength: 4 },
  ),
  quietDays: fc.constantFrom([], [9], [9, 9]),
  death: fc.option(
    fc.record({
      who: fc.constantFrom<Who[]>('FIRST', 'SECOND', 'FAMILY', 'STAFF', 'SWEEPER', 'WORKFLOW'),
      of: fc.constantFrom('', 'put'),
      at: fc.integer({ min: 1, max: 12 }),
      isAfter: fc.boolean(),
      comesBack: fc.boolean(),
    }),
    { nil: undefined },
  ),
});
