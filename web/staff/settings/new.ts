import type { AreaAccess } from '../../access/area-guard.ts';
import { roleChoices } from '../../components/record/role-words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { rolesIn } from './person.ts';
import { problemsOf, type SettingsProblem } from './problems.ts';
import { settingsWords } from './words.ts';

/** GET: the form for a new person. */
export function getNewPerson(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => newPersonPage(deps, access, {}, []);
}

/** POST: the person joins, and can be asked from now on. What was typed stays where something is wrong. */
export function postNewPerson(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields): Promise<HttpResponse> => {
    const { name = '', mailbox = '' } = fields;
    const id = Buffer.from(deps.random(6)).toString('hex');
    const joining = { change: 'JOIN', id, name, mailbox, roles: rolesIn(fields) } as const;
    const problems = problemsOf(await deps.changeTeam(joining, access.actor));
    if (problems.length > 0) return newPersonPage(deps, access, fields, problems);
    return seeOther(absoluteUrl(deps.baseUrl, `/staff/settings/people/${id}`));
  };
}

function newPersonPage(
  deps: StaffDeps,
  access: AreaAccess,
  form: FormFields,
  problems: readonly SettingsProblem[],
): HttpResponse {
  const chosen = rolesIn(form);
  return areaPage(deps, access, {
    here: '/staff/settings',
    status: problems.length > 0 ? 422 : 200,
    template: 'staff/settings/new.njk',
    title: settingsWords.add,
    data: {
      ...{ form, problems, words: settingsWords },
      roles: roleChoices.map((role) => ({ ...role, isTheirs: chosen.includes(role.value) })),
    },
  });
}
