import * as z from 'zod';
import type { ContactSaid, MayHear, ParentSaid } from '../case/corrected-shape.ts';
import type { DeadMailbox } from '../case/news-back.ts';
import type { Channel, SafeChannel } from '../case/safe-channel-shape.ts';
import { email } from '../referral/text.ts';

/** What was sent is stored as it was sent, so an address is read here as the referral's schema reads it. */
export const mailbox = email().optional().catch(undefined);
export const word = z.string().optional().catch(undefined);

/** A mark of unsafe contact that cannot be read counts as set. */
const adultSchema = z.object({
  name: word,
  email: mailbox,
  phone: word,
  address: word,
  parentalResponsibility: z.boolean().optional().catch(false),
  doNotContact: z.boolean().optional().catch(true),
  safeContact: z.string().optional().catch('unreadable'),
  addressKeptFrom: z.string().optional().catch('unreadable'),
});
export type Adult = Readonly<z.infer<typeof adultSchema>>;

const agreed = z.boolean().optional().catch(false);
const NO_AGREEMENT = { parentAgreesToReferral: false };

/** What a referral says that decides how its family may be reached. */
export const familyShape = {
  family: z.object({ parents: z.array(adultSchema).catch([]) }).catch({ parents: [] }),
  home: z.object({ address: word }).optional().catch(undefined),
  communication: z
    .object({
      format: z.string().optional().catch(undefined),
      preferredLanguage: word,
      interpreterNeeded: z.boolean().optional().catch(true),
    })
    .optional()
    .catch(undefined),
  socialCare: z
    .object({ status: z.string().optional().catch('unreadable') })
    .optional()
    .catch({ status: 'unreadable' }),
  immediateRisk: z.boolean().optional().catch(true),
  consent: z.object({ parentAgreesToReferral: agreed, parentUnderstandsAims: agreed }).optional().catch(NO_AGREEMENT),
};
type FamilySent = Readonly<z.infer<z.ZodObject<typeof familyShape>>>;

/** What staff recorded of a family since its referral was sent, as the case holds it. */
export interface FamilySaid {
  readonly receivedAt?: string;
  readonly staffSaidNo?: boolean;
  /** That the family has moved to a place that someone must not find. */
  readonly atSafePlace?: boolean;
  /** When staff last said that no email may go, or that it may again. */
  readonly emailSaidAt?: string;
  readonly staffSaid?: readonly ParentSaid[];
  readonly mayHear?: readonly MayHear[];
  readonly contacts?: readonly ContactSaid[];
  readonly channels?: readonly SafeChannel[];
  /** Whose email address is known to be dead, unless staff recorded one since. */
  readonly dead?: readonly DeadMailbox[];
  /** The references that belong to the same child. */
  readonly sameChild?: readonly string[];
}

/** A referral of the same child: what it says, when it was received, and what staff recorded of it. */
export type SameChild = FamilySent & FamilySaid;

/** What the rule of safe contact looks at. Without `others` or `today`, what hangs on them counts as unsafe. */
export type FamilyFacts = SameChild & {
  /** Each referral of the same child that was joined to this one, or to which this was joined. */
  readonly others?: readonly SameChild[];
  /** The local date on which it is asked: after its last day a safe channel is none. */
  readonly today?: string;
};

/** How an adult can be reached today by one channel: what staff recorded last, else what the referral says. */
export function contactOf(place: number, channel: Channel, facts: SameChild): string | undefined {
  const said = facts.contacts?.findLast((one) => one.place === place && one.channel === channel);
  // A blank record: the old one is used no more, and no other is known.
  if (said) return said.value === '' ? undefined : said.value;
  const adult = facts.family.parents[place];
  if (channel === 'EMAIL') return adult?.email;
  return channel === 'POST' ? (adult?.address ?? facts.home?.address) : adult?.phone;
}
