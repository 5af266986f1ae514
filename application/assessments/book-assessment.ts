import type * as z from 'zod';
import { visitAt } from '#domain/case/assessment.ts';
import { assessmentBooked, assessmentCancelled } from '#domain/case/book-assessment.ts';
import { isOpenOn } from '#domain/lists/capacity.ts';
import type { Actor } from '#domain/people/actor.ts';
import { isOnLeave } from '#domain/people/person.ts';
import { peopleWith } from '#domain/people/team.ts';
import type { CapacityStore } from '#domain/ports/capacity-store.ts';
import type { Indexes } from '#domain/ports/stores.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { readTeam } from '../access/read-team.ts';
import { readCommand } from '../command.ts';
import { readCapacity } from '../lists/write-capacity.ts';
import { assessmentFaults, bookingSchema, cancelSchema } from './assessment-command.ts';
import { type AssessmentDeps, type AssessmentResult, changeAssessment } from './change-assessment.ts';

export interface BookingDeps extends AssessmentDeps {
  readonly capacity: Pick<CapacityStore, 'readCapacity'>;
  readonly indexes: Pick<Indexes, 'list'>;
}

/** Why someone should think again before it is booked: the practitioner is away or visits others, or the service is closed. */
export type BookingWarning = 'ON_LEAVE' | 'BUSY' | 'CLOSED';

/** More children than wait for a first visit in one area. */
const MOST = 500;

/**
 * Books the initial assessment of a child, or moves the one that is booked, and tells the family. Where the practitioner is away
 * or the service is closed then, it only warns until they say that it is to be booked all the same.
 */
export function bookAssessment(deps: BookingDeps) {
  return async (
    reference: string,
    typed: z.input<typeof bookingSchema>,
    by: Actor,
  ): Promise<AssessmentResult | { readonly warned: readonly BookingWarning[] }> => {
    const read = readCommand(bookingSchema, assessmentFaults, typed);
    if ('problems' in read) return read;
    const { person, on, at, where, seen, anyway } = read.command;
    const team = await readTeam(deps)();
    const colleague = peopleWith(team, 'PRACTITIONER').find(({ id }) => id === person);
    if (!colleague) return { problems: [{ code: 'PERSON_MISSING', path: 'person', rule: 'missing', params: {} }] };
    const capacity = await readCapacity(deps)();
    const warned: BookingWarning[] = [
      ...(isOnLeave(colleague, on) ? (['ON_LEAVE'] as const) : []),
      ...(isOpenOn({ capacity: { ...capacity, terms: [] }, calendar: deps.policy }, on) ? [] : (['CLOSED'] as const)),
    ];
    if (!anyway && (await isBusy(deps, reference, person, visitAt({ on, at })))) warned.push('BUSY');
    if (warned.length > 0 && !anyway) return { warned };
    return changeAssessment(deps, reference, (current, moment) =>
      assessmentBooked(current, moment, { on, at, person, where, seen, by }, deps.policy),
    );
  };
}

/** Cancels the visit that is booked, for a reason that the team sees, and tells the family. */
export function cancelAssessment(deps: AssessmentDeps) {
  return async (reference: string, typed: z.input<typeof cancelSchema>, by: Actor): Promise<AssessmentResult> => {
    const read = readCommand(cancelSchema, assessmentFaults, typed);
    if ('problems' in read) return read;
    return changeAssessment(deps, reference, (current, moment) =>
      assessmentCancelled(current, moment, { ...read.command, by }),
    );
  };
}

/** Whether the practitioner is booked for another child at about that time, as the lists show it. */
async function isBusy(
  { indexes, policy }: BookingDeps,
  reference: string,
  person: string,
  at: string,
): Promise<boolean> {
  const lists = await Promise.all(
    localitySchema.options.map((locality) => indexes.list('INITIAL_ASSESSMENT', locality, MOST)),
  );
  return lists.flat().some(({ reference: other, more }) => {
    const minutes = Math.abs(Date.parse(more?.visitAt ?? '') - Date.parse(at)) / 60_000;
    return other !== reference && more?.visitBy === person && minutes < policy.visitMinutes;
  });
}
