import * as z from 'zod';

const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';

/**
 * The domain that email is sent from, where the stack sets up its identity in SES. `mailFrom` is the word before the domain
 * to which undelivered mail returns.
 */
export const mailDomainSchema = z.strictObject({
  name: z.string().regex(new RegExp(`^(?=.{4,200}$)(${label}\\.)+[a-z]{2,63}$`), {
    error: 'must be a name such as portage.example.org, in small letters',
  }),
  mailFrom: z
    .string()
    .regex(new RegExp(`^${label}$`), { error: 'must be one word of small letters and digits, such as bounce' })
    .default('bounce'),
  zoneId: z
    .string()
    .regex(/^Z[A-Z0-9]{1,31}$/, { error: 'must be the id of a hosted zone of Route 53, such as Z0123456789ABCDEFGHIJ' })
    .optional(),
});

interface Sending {
  readonly sender: string;
  readonly sesIdentity?: string | undefined;
  readonly mailDomain?: z.infer<typeof mailDomainSchema> | undefined;
}

/** The sender's own domain is the one that is set up: another would be proved to mail servers for nothing. */
export function isOfSender({ sender, mailDomain }: Sending): boolean {
  return mailDomain === undefined || identityOf({ sender }) === mailDomain.name;
}

/** One of the two says who has set up the identity: the stack, or someone before it. */
export function hasOneIdentity({ sesIdentity, mailDomain }: Sending): boolean {
  return mailDomain === undefined || sesIdentity === undefined;
}

/** The identity in SES that mail is sent from. */
export function identityOf({ sender, sesIdentity }: Pick<Sending, 'sender' | 'sesIdentity'>): string {
  return sesIdentity ?? sender.slice(sender.indexOf('@') + 1);
}
