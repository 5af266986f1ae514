import type { Role } from '#domain/people/person.ts';

const roles: Readonly<Record<Role, string>> = {
  PRACTITIONER: 'Practitioner',
  ADMINISTRATOR: 'Administrator',
  TRIAGER: 'Triager',
  SERVICE_MANAGER: 'Service manager',
  OPERATOR: 'Operator',
  AUDITOR: 'Auditor',
};
const known: ReadonlyMap<string, string> = new Map(Object.entries(roles));

/** The name of a role; of a later release's, its code in small letters. */
export function roleInWords(role: string): string {
  return known.get(role) ?? role.toLowerCase().replaceAll('_', ' ');
}

/** Every role, as it is selected. */
export const roleChoices: readonly { readonly value: string; readonly label: string }[] = [...known].map(
  ([value, label]) => ({ value, label }),
);
