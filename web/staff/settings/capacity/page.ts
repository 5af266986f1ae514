import { peopleWith } from '#domain/people/team.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { absoluteUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../../http/message.ts';
import type { StaffDeps } from '../../deps.ts';
import type { TypedSettings } from '../settings-page.ts';
import { CAPACITY_AT, practitionerAt } from './address.ts';
import { capacityPage } from './capacity-page.ts';
import { capacityChangesOf, capacityProblems, nameOf } from './view.ts';
import { capacityWords as words } from './words.ts';

/** GET: who visits where, the groups, the terms and every change, with the form for one more practitioner. */
export function getCapacity(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => overview(deps, access, { form: {}, problems: [] });
}

/** POST: one more practitioner in an area, or the lone-working number. What someone has changed since is shown, and nothing is saved over it. */
export function postCapacity(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields): Promise<HttpResponse> => {
    const { person = '', locality = '', version } = fields;
    if (fields.change === 'LONE_WORKING') return postLoneWorking(deps, access, fields);
    const known = peopleWith(access.team, 'PRACTITIONER').some(({ id }) => id === person) ? person : '';
    const added = { change: 'PRACTITIONER', person: known, locality } as const;
    const problems = capacityProblems(await deps.changeCapacity(added, access.actor, Number(version)));
    if (problems.length === 0) return seeOther(absoluteUrl(deps.baseUrl, practitionerAt(person, locality)));
    return overview(deps, access, { form: fields, problems });
  };
}

async function postLoneWorking(deps: StaffDeps, access: AreaAccess, fields: FormFields): Promise<HttpResponse> {
  const { phone = '', version } = fields;
  const command = { change: 'LONE_WORKING', phone } as const;
  const problems = capacityProblems(await deps.changeCapacity(command, access.actor, Number(version)));
  if (problems.length === 0) return seeOther(absoluteUrl(deps.baseUrl, CAPACITY_AT));
  return overview(deps, access, { form: fields, problems });
}

async function overview(deps: StaffDeps, access: AreaAccess, typed: TypedSettings): Promise<HttpResponse> {
  const capacity = await deps.readCapacity();
  const { team } = access;
  return capacityPage(deps, access, {
    ...typed,
    ...{ capacity, template: 'capacity', title: words.title },
    saved: capacity.practitioners.map(({ person, locality }) => ({ label: locality, said: nameOf(team, person) })),
    data: {
      phone: capacity.loneWorking?.phone ?? '',
      people: peopleWith(team, 'PRACTITIONER').map(({ id, name }) => ({ value: id, label: name })),
      changes: capacityChangesOf(capacity, team),
    },
  });
}
