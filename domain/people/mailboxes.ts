import * as z from 'zod';
import type { ServiceConfig } from '../service/config.ts';
import { stored } from '../values/stored.ts';
import { type SetService, serviceMailbox } from './services.ts';

/** The mailboxes that no one person owns: that of the duty team, and that of the service to which referrals are carried. */
export const mailboxSettingsSchema = stored({ duty: z.string(), advisoryTeachers: z.string() });
export type MailboxSettings = z.infer<typeof mailboxSettingsSchema>;

/** The mailbox of the service that notices name so, at this moment; undefined of a service that is not there. */
export function otherServiceMailbox(
  to: string,
  team: { readonly mailboxes?: MailboxSettings | undefined; readonly services?: readonly SetService[] | undefined },
  config: Configured,
): string | undefined {
  return to === 'ADVISORY' ? mailboxesNow(team, config).advisoryTeachers : serviceMailbox(to, team);
}

type Configured = Pick<ServiceConfig, 'dutyMailbox' | 'advisoryTeacherMailbox'>;

/** Where emails to the duty team and to the advisory teachers go now: as the team has set it, or else as configured. */
export function mailboxesNow(
  { mailboxes }: { readonly mailboxes?: MailboxSettings | undefined },
  { dutyMailbox, advisoryTeacherMailbox }: Configured,
): MailboxSettings {
  return mailboxes ?? { duty: dutyMailbox, advisoryTeachers: advisoryTeacherMailbox };
}
