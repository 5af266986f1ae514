import type { Service } from '#test/system/service.ts';
import { type Staff, staffAt } from './hand.ts';
import { type Nights, nightsOf } from './nights.ts';
import type { Referred } from './referrals.ts';
import type { Stage } from './stage.ts';

/** The day on which the walk begins: a Thursday. */
export const BEGINS = '2026-09-24';

/** A service that began empty, with everyone who works there and every family that was referred to it. */
export interface Walk {
  readonly at: Service;
  readonly manager: Staff;
  readonly nights: Nights;
  /** Its browser, in which the main pages are looked at. */
  readonly stage: Stage;
  families: readonly Referred[];
  /** The second referral of a child who was known. */
  again: string;
}

export function beginWalk(at: Service, stage: Stage, day = BEGINS): Walk {
  const manager = staffAt(at, 'manager@example.org');
  return { at, manager, stage, nights: nightsOf(at, manager, day), families: [], again: '' };
}

/** The families on one of these roads. */
export const onRoad = ({ families }: Pick<Walk, 'families'>, ...roads: readonly string[]) =>
  families.filter(({ road }) => roads.includes(road));

export const referencesOf = (families: readonly Referred[]) => families.map(({ reference }) => reference);
