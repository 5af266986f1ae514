import type { TeamChange } from './change.ts';
import { nextTeam, type TeamMoment } from './next-team.ts';
import type { Duty } from './rota.ts';
import { personById, type Team } from './team.ts';

/** Who is on duty, and who hears beside them: on one day of the week, or on every day that has no line of its own. */
export interface DutyLine {
  readonly day?: string | undefined;
  readonly id: string;
  readonly deputy: string;
}

/** The team with this line in place of the one for the same day. Both must work here, and be two people. */
export function dutyChanged(team: Team, moment: TeamMoment, { day, id, deputy }: DutyLine): TeamChange {
  if (!personById(team, id)?.isActive || !personById(team, deputy)?.isActive) return { refused: 'UNKNOWN_PERSON' };
  if (id === deputy) return { refused: 'OWN_DEPUTY' };
  const line: Duty = { person: id, deputy, ...(day === undefined ? {} : { days: [day] }) };
  const kept = (team.duty ?? []).filter(({ days = [] }) => days.join() !== (day ?? ''));
  // The newest line that holds counts: what is for every day stands before what is for one.
  const duty = day === undefined ? [line, ...kept] : [...kept, line];
  return nextTeam(team, moment, { duty }, { what: 'DUTY_CHANGED', person: id, from: day ?? 'EVERY_DAY', to: deputy });
}
