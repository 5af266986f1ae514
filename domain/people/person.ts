import * as z from 'zod';
import { openCode, stored } from '../values/stored.ts';

/** What a member of staff does here. A person may have several roles, or none for a time. */
export const roleSchema = z.enum([
  'PRACTITIONER',
  'ADMINISTRATOR',
  'TRIAGER',
  'SERVICE_MANAGER',
  'OPERATOR',
  'AUDITOR',
]);
export type Role = z.infer<typeof roleSchema>;

/** Days away from work, the first and the last included. */
const leaveSchema = stored({ from: z.iso.date(), to: z.iso.date() });
export type Leave = z.infer<typeof leaveSchema>;

/** Letters, digits and `_` only, because ids are part of codes and of the ids of notices. */
export const personIdSchema = z.string().regex(/^\w+$/);

/** A member of staff. The id stays theirs whatever else changes, and is never given to anyone else. */
export const personSchema = stored({
  id: personIdSchema,
  name: z.string(),
  /** The present one: notices, links and codes go nowhere else. */
  mailbox: z.string(),
  roles: z.array(openCode(roleSchema)),
  leave: z.array(leaveSchema),
  /** The id of the colleague who is asked as well while this person is on leave. */
  deputy: z.string().optional(),
  /**
   * The first email that came back from a mailbox of theirs since it was last known to work. `about`: a referral that it
   * named.
   */
  mailFailed: stored({ at: z.iso.datetime(), about: z.string() }).optional(),
  /** Since when emails count as arriving: what was sent earlier and comes back says nothing of the mailbox of today. */
  mailTrustedAt: z.iso.datetime().optional(),
  /** False for good once they have left: who comes back joins as a new person, so that no old link lives again. */
  isActive: z.boolean(),
});
export type Person = z.infer<typeof personSchema>;

export function hasRole({ roles }: Pick<Person, 'roles'>, role: Role): boolean {
  return roles.some((own) => own === role);
}

/** Whether the person may decide on a referral. */
export function mayDecide(person: Pick<Person, 'roles'>): boolean {
  return hasRole(person, 'TRIAGER') || hasRole(person, 'SERVICE_MANAGER');
}

/** Whether the person is away on this local date. */
export function isOnLeave({ leave }: Pick<Person, 'leave'>, date: string): boolean {
  return leave.some(({ from, to }) => from <= date && date <= to);
}

/** Since when emails to the person come back; undefined while they arrive, as far as anyone knows. */
export function mailFailsSince({ mailFailed, mailTrustedAt = '' }: Pick<Person, 'mailFailed' | 'mailTrustedAt'>) {
  return mailFailed && mailFailed.at > mailTrustedAt ? mailFailed.at : undefined;
}

/** Whether what is sent to the person reaches no one on this local date: they are on leave, or their emails come back. */
export function isOutOfReach(person: Pick<Person, 'leave' | 'mailFailed' | 'mailTrustedAt'>, date: string): boolean {
  return isOnLeave(person, date) || mailFailsSince(person) !== undefined;
}
