import type { Role } from '#domain/people/person.ts';

/** The list of emails to the service. */
export const MAIL_AT = '/staff/mail';

/** Where an email is added by hand. */
export const MAIL_UPLOAD_AT = `${MAIL_AT}/add`;

/** The page of one email. */
export function mailAt(id: string): string {
  return `${MAIL_AT}/emails/${id}`;
}

/** Who reads emails. They may name children. */
export const MAIL_ROLES: readonly Role[] = ['TRIAGER', 'SERVICE_MANAGER'];

/** Who adds one by hand, where it cannot be forwarded. */
export const MAIL_UPLOAD_ROLES: readonly Role[] = ['TRIAGER', 'SERVICE_MANAGER', 'ADMINISTRATOR'];
