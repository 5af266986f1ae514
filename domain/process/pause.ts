import * as z from 'zod';
import { plusMinutes } from '../values/dates.ts';
import { stored } from '../values/stored.ts';
import type { DueKind } from './indexes.ts';
import { DEFINITION_TOO_OLD } from './run.ts';

/**
 * Doubled with each failure: from two minutes after the second up to this, in minutes. No one knows that a case waits
 * for its workflow, so it never waits long for the sweeper once the fault is fixed.
 */
const LONGEST: Record<DueKind, number> = {
  ...{ CASE: 15, SUPPORT: 15, SLOT: 60 },
  ...{ NOTICE: 24 * 60, TODO: 24 * 60, DRAFT: 24 * 60 },
};
/** What only a later release's functions can do is tried again soon after they are there, in minutes. */
const LONGEST_FOR_FUNCTIONS = 15;

/** What is due and could do nothing yet, through no fault: it goes behind what has not been tried. */
export const WAITS = 'WAITS';

/**
 * Records that the sweeper could not handle something due: how often, since when, the name of the error, and until when
 * it waits. An item of its own, because what cannot be read cannot be written either.
 */
export const pauseSchema = stored({
  attempts: z.int().min(0),
  /** How many of them failed with what does not pass by itself: only these make a pause longer. */
  failures: z.int().min(0).optional(),
  since: z.iso.datetime(),
  until: z.iso.datetime(),
  why: z.string(),
  /** When what it was made for fell due: what falls due at another instant has changed since. */
  pausedFor: z.iso.datetime().optional(),
  /** Set once it succeeded or is due no more. */
  endedAt: z.iso.datetime().optional(),
});
export type Pause = z.infer<typeof pauseSchema>;

/** What was known of the pause before. */
export interface Before {
  readonly attempts?: number | undefined;
  readonly waitingSince?: string | undefined;
  readonly more?: { readonly failures?: number | undefined; readonly pausedFor?: string | undefined } | undefined;
}

/** This pause when it was made for what fell due at this instant. An item that has changed since is a new chance. */
export function pauseOf<Known extends Before>(pause: Known | undefined, dueAt: string): Known | undefined {
  return pause?.more?.pausedFor === dueAt ? pause : undefined;
}

/** A look in vain at what fell due at `dueAt`. */
export interface InVain {
  readonly kind: DueKind;
  readonly dueAt: string;
  readonly why: string;
  readonly mayPass: boolean;
}

/**
 * The next pause. What went wrong by itself is tried at the next sweep, however often: no one waits longer than a minute
 * once the service is back. What waits for functions of a later release is never far from being tried either, and neither
 * lengthens a later pause. Anything else needs people, and is tried ever more rarely.
 */
export function pausedAgain(before: Before | undefined, { kind, dueAt, why, mayPass }: InVain, now: string): Pause {
  const attempts = (before?.attempts ?? 0) + 1;
  const waitsForFunctions = why === DEFINITION_TOO_OLD;
  const failures = (before?.more?.failures ?? 0) + (mayPass || waitsForFunctions ? 0 : 1);
  const longest = waitsForFunctions ? LONGEST_FOR_FUNCTIONS : LONGEST[kind];
  const doubledBy = (waitsForFunctions ? attempts : failures) - 1;
  const minutes = mayPass || doubledBy === 0 ? 0 : Math.min(longest, 2 ** doubledBy);
  const until = plusMinutes(now, minutes);
  return { attempts, failures, since: before?.waitingSince ?? now, until, why, pausedFor: dueAt };
}
