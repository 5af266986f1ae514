import * as z from 'zod';
import { openCode, stored } from '../values/stored.ts';

export const linkPurposeSchema = z.enum([
  'TASK',
  'ANSWER',
  'RESUBMIT',
  'FORWARD',
  'STATUS',
  'DRAFT',
  'HANDOVER',
  'SHARED',
  'TODAY',
  'OFFER',
  'PAGE',
]);
export type LinkPurpose = z.infer<typeof linkPurposeSchema>;

/**
 * A private capability URL, stored under the SHA-256 of its 256 random bits. One per recipient and send; `taskId` names
 * the task (or the hand-over) that must still be open for it to be worth anything.
 */
export const linkSchema = stored({
  hash: z.string(),
  purpose: openCode(linkPurposeSchema),
  reference: z.string(),
  taskId: z.string().optional(),
  /** Who it was sent to, as the notice names them. Staff by id. */
  to: z.string().optional(),
  /** Where the email with it went. */
  mailbox: z.string(),
  /** The address of the service that it begins with. Links of before have none. */
  from: z.string().optional(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Link = z.infer<typeof linkSchema>;

/** A link as it is shown to who looks after the service. */
export interface IssuedLink {
  /** Of its random bits: it opens nothing, and is shown to no one. */
  readonly hash: string;
  readonly purpose: string;
  readonly taskId: string | undefined;
  readonly to: string | undefined;
  readonly issuedAt: string;
  readonly until: string | undefined;
}
