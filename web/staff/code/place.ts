import type { CodePlace } from '../../access/code-page.ts';
import type { StaffLink } from '../../access/staff-link.ts';

/** The code of a link of staff goes to the present mailbox of the person whose it is. */
export function placeOf({ token, link, person }: StaffLink): CodePlace {
  const { mailbox } = person;
  const { reference } = link;
  return { door: { mailbox, through: link.hash }, at: `/triage/l/${token}`, mailTo: mailbox, reference };
}
