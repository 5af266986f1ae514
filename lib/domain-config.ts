import * as z from 'zod';

/**
 * The service's own domain. `closeOldAddress` turns off the address that API Gateway gives: links that were mailed from it
 * no longer open, so the command that deploys refuses it while any of them lives.
 */
export const domainSchema = z.strictObject({
  name: z.string().regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, {
    error: 'must be a name such as referrals.example.org, in small letters',
  }),
  certificateArn: z.string().regex(/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/, {
    error: 'must be the ARN of a certificate of ACM in the region of the service',
  }),
  zoneId: z
    .string()
    .regex(/^Z[A-Z0-9]{1,31}$/, { error: 'must be the id of a hosted zone of Route 53, such as Z0123456789ABCDEFGHIJ' })
    .optional(),
  closeOldAddress: z.boolean().default(false),
});

interface Addressed {
  readonly baseUrl?: string | undefined;
  readonly domain?: z.infer<typeof domainSchema> | undefined;
}

/** The one address of a service with a domain is that domain: another `baseUrl` would mail links that lead elsewhere. */
export function hasOneAddress({ baseUrl, domain }: Addressed): boolean {
  return baseUrl === undefined || domain === undefined || baseUrl === addressOf(domain);
}

export const addressOf = ({ name }: { readonly name: string }): string => `https://${name}`;
