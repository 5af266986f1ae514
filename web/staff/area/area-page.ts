import { hasRole, type Person, type Role } from '#domain/people/person.ts';
import type { HttpResponse } from '../../http/message.ts';
import { type PageDeps, type PageSpec, page } from '../../layout/page.ts';
import { areaWords } from './words.ts';

interface Place {
  readonly at: '/staff' | '/staff/triage' | '/staff/meetings' | '/staff/records' | '/staff/settings';
  readonly name: string;
  readonly isFor: (person: Person) => boolean;
}

/** Who may open an agenda and print the pack; only the first two decide. */
export const MEETING_ROLES: readonly Role[] = ['TRIAGER', 'SERVICE_MANAGER', 'ADMINISTRATOR'];

/** Every place of the staff area, in the order of the navigation. */
const places: readonly Place[] = [
  { at: '/staff', name: areaWords.today, isFor: () => true },
  {
    at: '/staff/triage',
    name: areaWords.triage,
    isFor: (person) => hasRole(person, 'TRIAGER') || hasRole(person, 'SERVICE_MANAGER'),
  },
  {
    at: '/staff/meetings',
    name: areaWords.meetings,
    isFor: (person) => MEETING_ROLES.some((role) => hasRole(person, role)),
  },
  {
    at: '/staff/records',
    name: areaWords.records,
    isFor: (person) => hasRole(person, 'SERVICE_MANAGER') || hasRole(person, 'AUDITOR'),
  },
  { at: '/staff/settings', name: areaWords.settings, isFor: (person) => hasRole(person, 'SERVICE_MANAGER') },
];

/** A page of the staff area: with the places that this person may open, and the present one marked. */
export function areaPage(
  deps: PageDeps,
  { person, csrf }: { readonly person: Person; readonly csrf: string },
  { here, ...spec }: PageSpec & { readonly here: Place['at'] },
): HttpResponse {
  const nav = places.filter(({ isFor }) => isFor(person)).map(({ at, name }) => ({ at, name, isHere: at === here }));
  const data = { ...spec.data, nav, csrf, whose: person.name, areaWords };
  return page(deps, { ...spec, data });
}
