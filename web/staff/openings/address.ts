import type { Role } from '#domain/people/person.ts';

/** Where the records are listed that operators opened. */
export const OPENINGS_AT = '/staff/openings';

/** Who reads that list. Only a service manager records that they have looked. */
export const OPENING_ROLES: readonly Role[] = ['SERVICE_MANAGER', 'AUDITOR'];
