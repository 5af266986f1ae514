import type { Role } from '#domain/people/person.ts';

/** The groups with their last sessions. */
export const GROUPS_AT = '/staff/groups';
/** Who fills in registers. */
export const GROUP_ROLES: readonly Role[] = ['PRACTITIONER', 'SERVICE_MANAGER'];

/** The register of one session of Starting School. */
export function schoolRegisterAt(town: string, on: string): string {
  return `${GROUPS_AT}/starting-school/${town.toLowerCase()}/${on}`;
}

/** The register of one session. */
export function registerAt(id: string, on: string): string {
  return `${GROUPS_AT}/${id}/${on}`;
}
