import * as z from 'zod';
import { roleSchema } from '../people/person.ts';

/** Providers of Microsoft that let in accounts of every organisation: there anyone can choose an address for themselves. */
const OF_EVERYONE = /\/(common|organizations|consumers)(\/|$)/;
const LOCAL = /^http:\/\/127\.0\.0\.1(:\d+)?(\/|$)/;

const issuerSchema = z
  .url({ protocol: /^https?$/, error: 'must be the address of an OpenID provider, such as https://login.example.org' })
  .refine((issuer) => issuer.startsWith('https://') || LOCAL.test(issuer), {
    error: 'must begin with https:// (only http://127.0.0.1 may do without)',
  })
  .refine((issuer) => !OF_EVERYONE.test(issuer), {
    error: 'must name your own tenant: this one lets in accounts of every organisation',
  });

const signInSchema = z.strictObject({
  mode: z.literal('sign-in'),
  issuer: issuerSchema,
  clientId: z.string({ error: 'must be the id of this service at the OpenID provider' }).min(1).max(200),
  scope: z
    .string()
    .regex(/^openid( [\w:./-]+)*$/, { error: 'must be words with a space between them, and begin with openid' })
    .default('openid email profile'),
  /** Where the ID token says whose mailbox it is. `email` counts only where the provider says that it is verified. */
  mailboxClaim: z.enum(['email', 'preferred_username']).default('email'),
  /** The claim that lists the groups of a person, such as `groups`, `roles` or `cognito:groups`. */
  groupsClaim: z.string().min(1).max(100).default('groups'),
  /** The roles that members of a group may have here. Someone in none of these groups cannot sign in. */
  groups: z
    .record(z.string().min(1).max(200), z.array(roleSchema).min(1))
    .refine((groups) => Object.keys(groups).length > 0, { error: 'must give at least one group its roles' }),
  /** Where signing out goes, at a provider that names no address of its own for it. */
  signOutUrl: z.url({ protocol: /^https$/, error: 'must begin with https://' }).optional(),
});

const linkSchema = z.strictObject({
  mode: z.literal('link'),
  /** Who has accepted that a code in a mailbox is all that it takes, in which role, and on which day. */
  accepted: z.strictObject(
    { by: z.string().min(3).max(120), role: z.string().min(3).max(120), on: z.iso.date() },
    { error: 'must say who accepts that a mailed code opens the records of children: by, role and on (2026-09-24)' },
  ),
});

/**
 * How staff show who they are. `sign-in`, the default: with their work account, at an OpenID provider. `link`: with a code
 * that is mailed to them, which someone must have accepted by name.
 */
export const accessSchema = z.preprocess(
  (given) => (isRecord(given) && given.mode === undefined ? { ...given, mode: 'sign-in' } : given),
  z.discriminatedUnion('mode', [signInSchema, linkSchema], {
    error: (issue) =>
      issue.code === 'invalid_union'
        ? 'mode must be sign-in or link'
        : 'must say how staff sign in: issuer, clientId and groups of an OpenID provider, or mode link and who accepted it',
  }),
);

/** The addresses of this service that the provider must know, below its base URL. */
export const SIGN_IN_PATHS = { callback: '/staff/sign-in/callback', signedOut: '/staff/sign-in/signed-out' } as const;

export type SignIn = z.infer<typeof signInSchema>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
