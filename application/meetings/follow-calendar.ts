import { calendarFollowed } from '#domain/case/follow-calendar.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Team } from '#domain/people/team.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, Indexes } from '#domain/ports/stores.ts';
import { MOST_OPEN } from '#domain/process/indexes.ts';
import type { Policy } from '#domain/service/policy.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { readTeam, type TeamDeps } from '../access/read-team.ts';
import { changeCase } from '../change-case.ts';
import { inLanes } from '../sweep/in-lanes.ts';

export interface FollowCalendarDeps {
  readonly cases: CaseStore;
  readonly indexes: Pick<Indexes, 'work'>;
  readonly policy: Policy;
  readonly now: Now;
}

/** As many cases at the same time. */
const LANES = 20;
/** For how long the sweeper makes good what was cut off after a change of the calendar, in minutes. */
const MADE_GOOD = 60;
const ofCalendar: ReadonlySet<string> = new Set(['MEETINGS_ADDED', 'MEETING_CHANGED', 'MEETING_REMOVED']);

/**
 * Gives each open task of triage the date of the meeting that the calendar has for it now, and says of which cases the date
 * changed. The same call again changes nothing more.
 */
export function followCalendar(deps: FollowCalendarDeps) {
  return async ({ meetings }: Pick<Team, 'meetings'>, by: Actor): Promise<readonly string[]> => {
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const rows = await deps.indexes.work('TRIAGE', MOST_OPEN);
    const toCome = rows.filter(({ due = '' }) => due > moment.now);
    const done = await inLanes(toCome, LANES, new AbortController().signal, ({ reference }) =>
      changeCase(deps.cases, reference, (current) => calendarFollowed(current, moment, { meetings, by }, deps.policy)),
    );
    return done.filter(({ result }) => result?.saved).map(({ item }) => item.reference);
  };
}

/** Makes good what was cut off after the last change of the calendar, for an hour: for the sweeper. */
export async function followLateCalendar(deps: FollowCalendarDeps & TeamDeps): Promise<void> {
  const team = await readTeam(deps)();
  const last = team.history.findLast(({ what }) => ofCalendar.has(what));
  if (last && plusMinutes(last.at, MADE_GOOD) > deps.now()) await followCalendar(deps)(team, last.by);
}
