import { dutyOn } from '#domain/people/duty.ts';
import { personById, type Team } from '#domain/people/team.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { weekdays } from '#domain/values/working-calendar.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { problemsOf, type SettingsProblem } from './problems.ts';
import { changesOf } from './view.ts';
import { settingsWords } from './words.ts';

/** GET: who is on duty on which day, and the form to change it. */
export function getDuty(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => dutyPage(deps, access, {}, []);
}

/** POST: who is on duty on one day of the week, or on every day. What someone has changed since is shown first. */
export function postDuty(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields): Promise<HttpResponse> => {
    const { day, person = '', deputy = '', version } = fields;
    const command = { change: 'DUTY', day, id: person, deputy } as const;
    const problems = problemsOf(await deps.changeTeam(command, access.actor, Number(version)));
    if (problems.length === 0) return seeOther(absoluteUrl(deps.baseUrl, '/staff/settings/duty'));
    return dutyPage(deps, { ...access, team: await deps.readTeam() }, fields, problems);
  };
}

const dayName = (day: string) => `${day.slice(0, 1)}${day.slice(1).toLowerCase()}`;

function dutyPage(
  deps: StaffDeps,
  access: AreaAccess,
  form: FormFields,
  problems: readonly SettingsProblem[],
): HttpResponse {
  const { team } = access;
  const isStale = problems.some(({ path }) => path === 'change');
  const active = team.people.filter(({ isActive }) => isActive);
  return areaPage(deps, access, {
    here: '/staff/settings',
    status: isStale ? 409 : problems.length > 0 ? 422 : 200,
    template: 'staff/settings/duty.njk',
    title: settingsWords.duty,
    data: {
      ...{ version: team.version, form, words: settingsWords },
      problems: problems.filter(({ path }) => path !== 'change').map(atControl),
      stale: isStale ? changesOf(team, Number(form.version)) : null,
      lines: linesOf(team, londonDateOf(deps.now())),
      people: active.map(({ id, name }) => ({ value: id, label: name })),
      days: [
        { value: 'EVERY_DAY', label: settingsWords.everyDay },
        ...weekdays.map((day) => ({ value: day, label: dayName(day) })),
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
    day: days.map(dayName).join(', ') || settingsWords.everyDay,
    said: names([person, deputy]),
  }));
  return [{ day: settingsWords.today, said: names(dutyOn(team, today).map(({ id }) => id)) }, ...lines];
}
