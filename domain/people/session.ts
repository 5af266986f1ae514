import * as z from 'zod';
import { openCode, stored } from '../values/stored.ts';
import { linkPurposeSchema } from './link.ts';

/** A browser that has shown who it is; stored under the SHA-256 of its cookie. */
export const sessionSchema = stored({
  hash: z.string(),
  version: z.int().min(1),
  audience: openCode(z.enum(['STAFF', 'REFERRER', 'DRAFT', 'OTHER_SERVICE'])),
  mailbox: z.string(),
  /** The member of staff whose it is, by id; none of a referrer's. */
  person: z.string().optional(),
  /** What this session has opened: the task (staff) or purpose (referrer) on a case. */
  grants: z.array(
    stored({ reference: z.string(), taskId: z.string().optional(), purpose: openCode(linkPurposeSchema) }),
  ),
  /** Hashes of the form tokens of the sessions that it replaced: their pages may still be open in other tabs. */
  forms: z.array(z.string()).optional(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Session = z.infer<typeof sessionSchema>;
