import { personById } from '#domain/people/team.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { problemsOf, type SettingsProblem } from './problems.ts';
import { settingsWords } from './words.ts';

/** GET: what it means that this person leaves the team, and the button. */
export function getRemove(deps: StaffDeps) {
  return async (access: AreaAccess, { id = '' }: Parameters): Promise<HttpResponse> => removePage(deps, access, id, []);
}

/** POST: the person leaves. Their links and sessions end, and others are asked to do their open tasks. */
export function postRemove(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields, { id = '' }: Parameters): Promise<HttpResponse> => {
    const problems = problemsOf(await deps.leaveTeam({ id }, access.actor, Number(fields.version)));
    if (problems.length === 0) return seeOther(absoluteUrl(deps.baseUrl, '/staff/settings'));
    return removePage(deps, { ...access, team: await deps.readTeam() }, id, problems);
  };
}

function removePage(deps: StaffDeps, access: AreaAccess, id: string, problems: SettingsProblem[]): HttpResponse {
  const { team } = access;
  const person = personById(team, id);
  if (!person?.isActive) return notFound(deps);
  return areaPage(deps, access, {
    here: '/staff/settings',
    status: problems.length > 0 ? 409 : 200,
    template: 'staff/settings/remove.njk',
    title: settingsWords.confirmRemoval(person.name),
    data: { id, version: team.version, refusals: problems.map(({ message }) => message), words: settingsWords },
  });
}
