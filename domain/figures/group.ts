import * as z from 'zod';
import { localitySchema } from '../referral/codes.ts';
import { referrerRoles } from '../referral/people.ts';
import { languageCode } from './language.ts';

/** By what outcomes are shown. */
export const GROUPINGS = ['role', 'locality', 'language'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** To which groups a referral belongs, as codes of this service and never as a typed word. */
export type Group = Readonly<Record<Grouping, string>>;

const word = z.string().catch('');
const bodySchema = z
  .object({
    locality: word,
    referrer: z.object({ role: word }).catch({ role: '' }),
    communication: z.object({ preferredLanguage: word }).catch({ preferredLanguage: '' }),
  })
  .catch({ locality: '', referrer: { role: '' }, communication: { preferredLanguage: '' } });

/** The groups of a stored referral, whatever else it holds. */
export function groupOf({ body }: { readonly body: unknown }): Group {
  const { locality, referrer, communication } = bodySchema.parse(body);
  return {
    role: known(referrerRoles, referrer.role),
    locality: known(localitySchema.options, locality),
    language: languageCode(communication.preferredLanguage),
  };
}

function known(codes: readonly string[], given: string): string {
  return codes.includes(given) ? given : 'OTHER';
}
