import { rangesOf } from '#domain/people/change-duty.ts';
import { dutyOn } from '#domain/people/duty.ts';
import { type DutyRange, isRange } from '#domain/people/rota.ts';
import { dayInWords } from '#domain/people/stay-and-play.ts';
import { personById, type Team } from '#domain/people/team.ts';
import { leaveInWords } from '../view.ts';
import { dutyWords } from './words.ts';

/** As many past ranges as the page shows, the latest first. */
const PAST_SHOWN = 12;

/** Those of some ids who are known, in their order: Sam Green, then Robin Field. */
export function namesIn(team: Team, ids: readonly (string | undefined)[]): string {
  return ids.flatMap((id) => (id === undefined ? [] : (personById(team, id)?.name ?? []))).join(', then ');
}

/** Who is on duty today, and each line of the rota that holds every week. */
export function weeklyLines(team: Team, today: string) {
  const lines = (team.duty ?? [])
    .filter((line) => !isRange(line))
    .map(({ days = [], person, deputy }) => ({
      day: days.map(dayInWords).join(', ') || dutyWords.everyDay,
      said: namesIn(team, [person, deputy]),
    }));
  const now = dutyOn(team, today).map(({ id }) => id);
  return [{ day: dutyWords.today, said: namesIn(team, now) }, ...lines];
}

/** The ranges that are not over, the next one first, and those that are, the latest first. */
export function rangeLines(team: Team, today: string) {
  const said = (range: DutyRange) => ({
    from: range.from,
    days: leaveInWords(range),
    said: namesIn(team, [range.person, range.deputy]),
    hasBegun: range.from < today,
  });
  const ranges = rangesOf(team);
  return {
    toCome: ranges.filter(({ to }) => to >= today).map(said),
    past: ranges
      .filter(({ to }) => to < today)
      .slice(-PAST_SHOWN)
      .reverse()
      .map(said),
  };
}
