import { addDays, londonDateOf } from '../values/dates.ts';
import type { TeamChange } from './change.ts';
import { nextTeam, type TeamMoment } from './next-team.ts';
import { type Duty, type DutyRange, isRange, overlaps } from './rota.ts';
import { personById, type Team } from './team.ts';

/** Who is on duty, and who hears beside them: on one day of the week, or on every day that has no line of its own. */
export interface DutyLine {
  readonly day?: string | undefined;
  readonly id: string;
  readonly deputy: string;
}

/** The team with this line in place of the one for the same day. Both must work here, and be two people. */
export function dutyChanged(team: Team, moment: TeamMoment, { day, id, deputy }: DutyLine): TeamChange {
  const refused = refusal(team, id, deputy);
  if (refused) return refused;
  const line: Duty = { person: id, deputy, ...(day === undefined ? {} : { days: [day] }) };
  const kept = (team.duty ?? []).filter((one) => isRange(one) || (one.days ?? []).join() !== (day ?? ''));
  const event = { what: 'DUTY_CHANGED', person: id, from: day ?? 'EVERY_DAY', to: deputy } as const;
  return nextTeam(team, moment, { duty: inOrder([...kept, line]) }, event);
}

/**
 * The team with these two on duty from one date to another, before whatever holds otherwise. It begins today or later, and no
 * day has two ranges: the one in the way is named.
 */
export function dutyRangeAdded(
  team: Team,
  moment: TeamMoment,
  { from, to, id, deputy }: Pick<DutyRange, 'from' | 'to'> & { readonly id: string; readonly deputy: string },
): TeamChange {
  const refused = refusal(team, id, deputy);
  if (refused) return refused;
  if (from < londonDateOf(moment.now)) return { refused: 'DUTY_PAST' };
  const inTheWay = rangesOf(team).find((one) => overlaps(one, { from, to }));
  if (inTheWay) return { refused: 'DUTY_OVERLAPS', duty: inTheWay };
  const duty = inOrder([...(team.duty ?? []), { from, to, person: id, deputy }]);
  return nextTeam(team, moment, { duty }, { what: 'DUTY_CHANGED', person: id, from: `${from}/${to}`, to: deputy });
}

/** The team without the range that begins on this date. Days of it that are past stay as they were. */
export function dutyRangeEnded(team: Team, moment: TeamMoment, from: string): TeamChange {
  const today = londonDateOf(moment.now);
  const range = rangesOf(team).find((one) => one.from === from);
  if (!range) return { refused: 'UNKNOWN_DUTY' };
  if (range.to < today) return { refused: 'DUTY_PAST' };
  const others = (team.duty ?? []).filter((one) => one !== range);
  const past = range.from < today ? [{ ...range, to: addDays(today, -1) }] : [];
  const event = { what: 'DUTY_CHANGED', person: range.person, from: `${range.from}/${range.to}` } as const;
  return nextTeam(team, moment, { duty: inOrder([...others, ...past]) }, event);
}

/** Every range of the rota, the earliest first. */
export function rangesOf({ duty = [] }: Pick<Team, 'duty'>): DutyRange[] {
  return duty.filter(isRange).sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** The newest line that holds counts: every day stands before one day of the week, and that before a range. */
function inOrder(lines: readonly Duty[]): Duty[] {
  const place = (line: Duty) => (isRange(line) ? 2 : (line.days ?? []).length > 0 ? 1 : 0);
  return lines.toSorted((one, other) => place(one) - place(other));
}

function refusal(team: Team, id: string, deputy: string) {
  if (!personById(team, id)?.isActive || !personById(team, deputy)?.isActive)
    return { refused: 'UNKNOWN_PERSON' } as const;
  return id === deputy ? ({ refused: 'OWN_DEPUTY' } as const) : undefined;
}
