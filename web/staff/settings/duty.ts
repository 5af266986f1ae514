import { dutyOn } from '#domain/people/duty.ts';
import { dayInWords } from '#domain/people/stay-and-play.ts';
import { personById, type Team } from '#domain/people/team.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { weekdays } from '#domain/values/working-calendar.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import { problemsOf, type SettingsProblem } from './problems.ts';
import { settingsPage, type TypedSettings } from './settings-page.ts';
import { settingsWords } from './words.ts';

/** GET: who is on duty on which day, and the form to change it. */
export function getDuty(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => dutyPage(deps, access, { form: {}, problems: [] });
}

/** POST: who is on duty on one day of the week, or on every day. What someone has changed since is shown first. */
export function postDuty(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields): Promise<HttpResponse> => {
    const { day, person = '', deputy = '', version } = fields;
    const command = { change: 'DUTY', day, id: person, deputy } as const;
    const problems = problemsOf(await deps.changeTeam(command, access.actor, Number(version)));
    if (problems.length === 0) return seeOther(absoluteUrl(deps.baseUrl, '/staff/settings/duty'));
    return dutyPage(deps, { ...access, team: await deps.readTeam() }, { form: fields, problems });
  };
}

function dutyPage(deps: StaffDeps, access: AreaAccess, typed: TypedSettings): HttpResponse {
  const { team } = access;
  const lines = linesOf(team, londonDateOf(deps.now()));
  const active = team.people.filter(({ isActive }) => isActive);
  return settingsPage(deps, access, {
    form: typed.form,
    problems: typed.problems.map(atControl),
    template: 'staff/settings/duty.njk',
    title: settingsWords.duty,
    saved: lines.map(({ day, said }) => ({ label: day, said })),
    data: {
      words: settingsWords,
      lines,
      people: active.map(({ id, name }) => ({ value: id, label: name })),
      days: [
        { value: 'EVERY_DAY', label: settingsWords.everyDay },
        ...weekdays.map((day) => ({ value: day, label: dayInWords(day) })),
      ],
    },
  });
}

/** A person who is missing is named at the question for them. */
function atControl({ path, message }: SettingsProblem): SettingsProblem {
  return { path: path === 'id' ? 'person' : path, message };
}

/** Each line of the rota, and who is on duty today. */
function linesOf(team: Team, today: string) {
  const names = (ids: readonly (string | undefined)[]) =>
    ids.flatMap((id) => (id === undefined ? [] : (personById(team, id)?.name ?? []))).join(', then ');
  const lines = (team.duty ?? []).map(({ days = [], person, deputy }) => ({
    day: days.map(dayInWords).join(', ') || settingsWords.everyDay,
    said: names([person, deputy]),
  }));
  return [{ day: settingsWords.today, said: names(dutyOn(team, today).map(({ id }) => id)) }, ...lines];
}
