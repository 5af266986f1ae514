import type { TeamResult } from '#application/access/change-team.ts';
import type { TeamCommand } from '#application/access/team-command.ts';
import { isRange } from '#domain/people/rota.ts';
import { dayInWords } from '#domain/people/stay-and-play.ts';
import type { Team } from '#domain/people/team.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { weekdays } from '#domain/values/working-calendar.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { dateIn } from '../../../components/typed-date.ts';
import { absoluteUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../../http/message.ts';
import type { StaffDeps } from '../../deps.ts';
import { namingParts, problemsOf, type SettingsProblem, wrongDates } from '../problems.ts';
import { settingsPage, type TypedSettings } from '../settings-page.ts';
import { leaveInWords } from '../view.ts';
import { settingsWords } from '../words.ts';
import { namesIn, rangeLines, weeklyLines } from './view.ts';
import { dutyWords } from './words.ts';

const rangeDates = new Map([
  ['from', dutyWords.first],
  ['to', dutyWords.last],
]);

/** GET: who is on duty on which day, and the forms to change it. */
export function getDuty(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => dutyPage(deps, access, { form: {}, problems: [] });
}

/** POST of one of the forms. What someone has changed since is shown beside it, and nothing is saved over it. */
export function postDuty(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields): Promise<HttpResponse> => {
    const result = await deps.changeTeam(commandIn(fields), access.actor, Number(fields.version));
    const team = await deps.readTeam();
    const problems = namingParts(dutyProblems(result, team, fields.change === 'RANGE'), fields, rangeDates);
    if (problems.length === 0) return seeOther(absoluteUrl(deps.baseUrl, '/staff/settings/duty'));
    return dutyPage(deps, { ...access, team }, { form: fields, problems });
  };
}

function commandIn(fields: FormFields): TeamCommand {
  const { change, day, person = '', deputy = '', rangePerson = '', rangeDeputy = '', begins = '' } = fields;
  if (change === 'END') return { change: 'DUTY_ENDED', from: begins };
  if (change !== 'RANGE') return { change: 'DUTY', day, id: person, deputy };
  const days = { from: dateIn(fields, 'from'), to: dateIn(fields, 'to') };
  return { change: 'DUTY_RANGE', ...days, id: rangePerson, deputy: rangeDeputy };
}

/** What is wrong, each at its control. A range that is in the way is named. */
function dutyProblems(result: TeamResult, team: Team, isOfRange: boolean): SettingsProblem[] {
  const range = 'refused' in result ? result.duty : undefined;
  if (range && isRange(range)) {
    return [{ path: 'from-day', message: dutyWords.overlaps(namesIn(team, [range.person]), leaveInWords(range)) }];
  }
  const controls = new Map([
    ['id', isOfRange ? 'rangePerson' : 'person'],
    ['deputy', isOfRange ? 'rangeDeputy' : 'deputy'],
    ['from', 'from-day'],
    ['to', 'to-day'],
  ]);
  return problemsOf(result).map(({ path, message }) => ({ path: controls.get(path) ?? path, message }));
}

function dutyPage(deps: StaffDeps, access: AreaAccess, typed: TypedSettings): HttpResponse {
  const { team } = access;
  const { problems } = typed;
  const today = londonDateOf(deps.now());
  const [lines, ranges] = [weeklyLines(team, today), rangeLines(team, today)];
  const people = team.people.filter(({ isActive }) => isActive).map(({ id, name }) => ({ value: id, label: name }));
  return settingsPage(deps, access, {
    ...typed,
    template: 'staff/settings/duty/duty.njk',
    title: settingsWords.duty,
    saved: [
      ...lines.map(({ day, said }) => ({ label: day, said })),
      ...ranges.toCome.map(({ days, said }) => ({ label: days, said })),
    ],
    isButton: typed.form.change === 'END',
    data: {
      ...{ words: dutyWords, settingsWords, lines, ...ranges, people },
      wrong: wrongDates(problems, rangeDates.keys()),
      days: [
        { value: 'EVERY_DAY', label: dutyWords.everyDay },
        ...weekdays.map((day) => ({ value: day, label: dayInWords(day) })),
      ],
    },
  });
}
