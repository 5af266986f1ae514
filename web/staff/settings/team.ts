import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import type { HttpResponse } from '../../http/message.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { changesOf, personView } from './view.ts';
import { settingsWords } from './words.ts';

/** GET: everyone in the team, and what has been changed. */
export function getTeam(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => {
    const { team } = access;
    const today = londonDateOf(deps.now());
    const people = team.people.filter(({ isActive }) => isActive).map((person) => personView(person, team, today));
    return areaPage(deps, access, {
      here: '/staff/settings',
      template: 'staff/settings/team.njk',
      title: settingsWords.title,
      data: { people, changes: changesOf(team), words: settingsWords },
    });
  };
}
