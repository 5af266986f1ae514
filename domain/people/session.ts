import * as z from 'zod';
import { plusMinutes } from '../values/dates.ts';
import { openCode, stored } from '../values/stored.ts';
import { linkPurposeSchema } from './link.ts';
import { roleSchema } from './person.ts';

/** A browser that has shown who it is; stored under the SHA-256 of its cookie. */
export const sessionSchema = stored({
  hash: z.string(),
  version: z.int().min(1),
  audience: openCode(z.enum(['STAFF', 'REFERRER', 'DRAFT', 'OTHER_SERVICE', 'FAMILY'])),
  mailbox: z.string(),
  /** The member of staff whose it is, by id; none of a referrer's. */
  person: z.string().optional(),
  /** What this session has opened: the task (staff) or purpose (referrer) on a case. */
  grants: z.array(
    stored({ reference: z.string(), taskId: z.string().optional(), purpose: openCode(linkPurposeSchema) }),
  ),
  /** Hashes of the form tokens of the sessions that it replaced: their pages may still be open in other tabs. */
  forms: z.array(z.string()).optional(),
  /** Of a work account only: the roles that its groups give. Who has them in the team record too may use them. */
  roles: z.array(openCode(roleSchema)).optional(),
  /** Of a work account only: what its provider asks for when they sign out there. */
  idToken: z.string().optional(),
  /** Of a referrer who has entered a code from this mailbox: until when they see the list of its referrals. */
  listsUntil: z.iso.datetime().optional(),
  createdAt: z.iso.datetime(),
  /** When it was last used, to the minute; its creation before that. */
  usedAt: z.iso.datetime().optional(),
  expiresAt: z.iso.datetime(),
});
export type Session = z.infer<typeof sessionSchema>;

/** How long a session of staff may lie unused, in minutes. */
const IDLE_MINUTES = 30;
/** Its use is written down no more often than this, in minutes. */
const NOTED_EVERY = 1;

/** Whether a session of staff has lain unused for too long. Those of others end by their own time alone. */
export function isIdle({ audience, createdAt, usedAt = createdAt }: Session, now: string): boolean {
  return audience === 'STAFF' && now >= plusMinutes(usedAt, IDLE_MINUTES);
}

/** The next version of a session of staff that is used now; undefined while its last use is fresh, and for all others. */
export function used(session: Session, now: string): Session | undefined {
  const { audience, createdAt, usedAt = createdAt, version } = session;
  const isFresh = audience !== 'STAFF' || now < plusMinutes(usedAt, NOTED_EVERY);
  return isFresh ? undefined : { ...session, version: version + 1, usedAt: now };
}
