import * as z from 'zod';
import type { ServiceConfig } from '../service/config.ts';
import { stored } from '../values/stored.ts';

/** The mailboxes that no one person owns: that of the duty team, and that of the service to which referrals are carried. */
export const mailboxSettingsSchema = stored({ duty: z.string(), advisoryTeachers: z.string() });
export type MailboxSettings = z.infer<typeof mailboxSettingsSchema>;

type Configured = Pick<ServiceConfig, 'dutyMailbox' | 'advisoryTeacherMailbox'>;

/** Where emails to the duty team and to the advisory teachers go now: as the team has set it, or else as configured. */
export function mailboxesNow(
  { mailboxes }: { readonly mailboxes?: MailboxSettings | undefined },
  { dutyMailbox, advisoryTeacherMailbox }: Configured,
): MailboxSettings {
  return mailboxes ?? { duty: dutyMailbox, advisoryTeachers: advisoryTeacherMailbox };
}
