import type * as z from 'zod';
import { isOpenOn } from '#domain/lists/capacity.ts';
import type { Actor } from '#domain/people/actor.ts';
import { isOnLeave } from '#domain/people/person.ts';
import { personById } from '#domain/people/team.ts';
import type { CapacityStore } from '#domain/ports/capacity-store.ts';
import type { Moment } from '#domain/process/process.ts';
import { liveBlock, openVisit } from '#domain/support/block.ts';
import { visitPlaceSchema } from '#domain/support/block-shape.ts';
import { nextVisitOn } from '#domain/support/next-visit.ts';
import type { Support } from '#domain/support/support.ts';
import { visitRecorded } from '#domain/support/visits.ts';
import { readTeam, type TeamDeps } from '../access/read-team.ts';
import { readCommand } from '../command.ts';
import { readCapacity } from '../lists/write-capacity.ts';
import { changeVisits, type VisitDeps, type VisitResult } from './change-visits.ts';
import { type EndAtStartDeps, endAtStart } from './end-at-start.ts';
import { type AskToLookDeps, askToLook } from './look-at-missed.ts';
import { cameOf, recordSchema, visitFaults } from './visit-command.ts';

export interface RecordVisitDeps extends VisitDeps, TeamDeps, AskToLookDeps {
  readonly todos: AskToLookDeps['todos'] & EndAtStartDeps['todos'];
  readonly capacity: Pick<CapacityStore, 'readCapacity'>;
}

/**
 * Records what came of a visit, once however often it is sent, and plans the next one: on the weekday that the family accepted, in
 * a term, on no closed day, with the practitioner at work. Where the family missed it, a person may be asked to look.
 */
export function recordVisit(deps: RecordVisitDeps) {
  return async (reference: string, typed: z.input<typeof recordSchema>, by: Actor): Promise<VisitResult> => {
    const read = readCommand(recordSchema, visitFaults, typed);
    if ('problems' in read) return read;
    const { visit, came, note, ...beginning } = read.command;
    const plan = await planner(deps);
    const record = (current: Support, moment: Moment) =>
      visitRecorded(
        current,
        moment,
        { visit, ...cameOf(came), note, beginning, by },
        { policy: deps.policy, next: plan(current) },
      );
    const before = await deps.supports.readSupport(reference);
    const after = before && record(before, { now: deps.now(), policyVersion: deps.policy.version });
    if (after && !('refused' in after)) await askToLook(deps)(after, visit);
    const result = await changeVisits(deps, reference, record);
    if (!before?.started) await endAtStart(deps, result.support);
    return result;
  };
}

/** The next visit of a support, by the calendar as it is now; undefined where none can be worked out. */
async function planner(deps: RecordVisitDeps) {
  const [capacity, team] = await Promise.all([readCapacity(deps)(), readTeam(deps)()]);
  return (support: Support) => {
    const block = liveBlock(support);
    const last = block && openVisit(block);
    if (!block || !last) return undefined;
    const person = personById(team, block.practitioner);
    const isThere = (on: string) => person === undefined || !isOnLeave(person, on);
    const takesPlace = (on: string) => isOpenOn({ capacity, calendar: deps.policy }, on) && isThere(on);
    const on = nextVisitOn(block, last, takesPlace);
    const where = visitPlaceSchema.safeParse(last.where).data ?? 'HOME';
    return on === undefined ? undefined : { on, at: block.weekly?.at ?? last.at, where };
  };
}
