import type { Role } from '#domain/people/person.ts';

/** What the service can offer, under the settings. */
export const CAPACITY_AT = '/staff/settings/capacity';
/** Who sets what the service can offer. */
export const CAPACITY_ROLES: readonly Role[] = ['SERVICE_MANAGER', 'ADMINISTRATOR'];
export const GROUPS_AT = `${CAPACITY_AT}/groups`;
export const DATES_AT = `${CAPACITY_AT}/dates`;

/** Where someone's visits in one area are set. */
export function practitionerAt(person: string, locality: string): string {
  return `${CAPACITY_AT}/practitioners/${person}/${locality}`;
}

/** Where one group is changed. */
export function groupAt(id: string): string {
  return `${GROUPS_AT}/${id}`;
}
