import * as z from 'zod';
import type { ServiceConfig } from '../service/config.ts';
import { stored } from '../values/stored.ts';

/** How the emails about a referral say to reach the team, and who signs those to families. */
export const letterSettingsSchema = stored({
  phone: z.string(),
  hours: z.string(),
  email: z.string(),
  /** A name and a role, such as `Sam Green, Portage manager`; without it the service signs. */
  signatory: z.string().optional(),
});
export type LetterSettings = z.infer<typeof letterSettingsSchema>;

/** What emails say now: what the team has set, or else the contact of the configuration, with no one's name. */
export function lettersNow(
  { letters }: { readonly letters?: LetterSettings | undefined },
  { contact }: Pick<ServiceConfig, 'contact'>,
): LetterSettings {
  return letters ?? contact;
}
