import { dirname, join } from 'node:path';
import * as z from 'zod';
import { serviceConfigSchema } from '#domain/service/config.ts';
import { retentionSchema } from '#domain/service/retention.ts';
import { ConfigRefused } from './config-refused.ts';
import { addressOf, domainSchema, hasOneAddress } from './domain-config.ts';
import { type Logo, readLogo } from './logo.ts';
import { hasOneIdentity, isOfSender, mailDomainSchema } from './mail-domain-config.ts';
import { systemsSchema } from './systems-config.ts';

const baseUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://referrals.example.org' })
  .refine((url) => url.startsWith('https://') || /^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(url), {
    error: 'must begin with https:// (only http://localhost may do without)',
  })
  .refine((url) => !url.endsWith('/'), { error: 'must not end in a slash' });

/**
 * Everything that one deployment decides, in one object: what the functions need to know about the service, and what
 * only the stack needs. Parsing guarantees that nothing is deployed half-configured. The emergency numbers, the sender,
 * the triagers and the recipients of alarms have no default.
 */
const deployConfigSchema = serviceConfigSchema
  .extend({
    /** Who is told when something is stuck, late or failed. Each address must confirm the subscription that AWS mails it. */
    alarmRecipients: z.array(z.email()).min(1, { error: 'must name at least one person whom alarms reach' }).max(10),
    /** The council's retention schedule, which this software cannot know. */
    retention: retentionSchema,
    /** What the account may cost in a month, in US dollars, before the recipients of alarms are told. */
    monthlyBudget: z.int().min(1).max(100_000).default(100),
    /** The public address, when the service has a domain of its own; without it, the address that API Gateway gives. */
    baseUrl: baseUrl.optional(),
    /** A domain of the service's own, which the stack then sets up. `baseUrl` follows from it. */
    domain: domainSchema.optional(),
    /** The systems that send referrals, each with a key of its own. */
    systems: systemsSchema,
    /** `false` turns off the one key that all systems share, once each has its own. */
    sharedKey: z.boolean().default(true),
    /** The path under which API Gateway serves the stack when there is no domain. */
    stage: z
      .string()
      .regex(/^[a-z][a-z0-9]{0,15}$/, { error: 'must be a short word of small letters' })
      .default('live'),
    /** `none` only where no scanner can be had: files are then opened on the strength of their first bytes alone. */
    malwareScan: z.enum(['guardduty', 'none']).default('guardduty'),
    /**
     * `false` for a first deployment that GuardDuty refuses: the role is made, the plan with the next deployment. Until then
     * nothing is scanned, and the team can open no document.
     */
    scanPlan: z.boolean().default(true),
    /** `exists` where the account already has a role for the logs of API Gateway, which `make` would replace for all. */
    gatewayLogRole: z.enum(['make', 'exists']).default('make'),
    /** Nightly copies of table and files, kept this long. `copyTo`: a second vault, in another region or account. */
    backup: z
      .strictObject({
        keepDays: z.int().min(1).max(3650).default(35),
        copyTo: z
          .string()
          .regex(/^arn:aws[a-z-]*:backup:[a-z0-9-]+:\d{12}:backup-vault:[\w-]{2,50}$/, {
            error: 'must be the ARN of a vault of AWS Backup',
          })
          .optional(),
      })
      .optional(),
    /** Has the records compared with each other every so many minutes, and not once a night. Each time the whole table is read. */
    compareMinutes: z.int().min(5).max(720).optional(),
    /** A second region that keeps a copy of the claim key. */
    claimKeyRegion: z
      .string()
      .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, { error: 'must be a region such as eu-west-1' })
      .optional(),
    /** The verified SES identity that mail is sent from; without it, the domain of `sender`. */
    sesIdentity: z.string().min(3).optional(),
    /** The domain of `sender`, where the stack sets up its identity in SES. */
    mailDomain: mailDomainSchema.optional(),
    /** `on`: email to `mailDoorAddress` becomes a task. AWS must receive email in the region. Uploading an email works either way. */
    mailDoor: z.enum(['on', 'off']).default('off'),
    /** The address kept for this service alone, on a domain whose email AWS receives. Never that of a wider service. */
    mailDoorAddress: z.email().optional(),
    /** A region in which you know that AWS receives email, and `lib/mail-regions.ts` does not. */
    mailDoorRegion: z
      .string()
      .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, { error: 'must be the name of a region, such as "eu-west-2"' })
      .optional(),
    /** Days for which logs are kept. They hold codes and references, never a child's data. */
    logRetentionDays: z.union([z.literal(30), z.literal(90), z.literal(180), z.literal(365)]).default(90),
    /** Where operators read the runbook: alarms link to its articles. */
    runbookUrl: z.string().min(1).default('docs/runbook.md'),
  })
  .refine(isOfSender, { path: ['mailDomain', 'name'], error: 'must be the domain of sender' })
  .refine(hasOneIdentity, { path: ['sesIdentity'], error: 'must be left out where mailDomain is set up' })
  .refine(({ mailDoor, canary }) => canary === undefined || mailDoor === 'on', {
    path: ['canary'],
    error: 'must be left out unless mailDoor is on: the canary reads its own emails',
  })
  .refine(({ mailDoor, mailDoorAddress }) => mailDoor === 'off' || mailDoorAddress !== undefined, {
    path: ['mailDoorAddress'],
    error: 'must be there where mailDoor is on',
  })
  .refine(hasOneAddress, { path: ['baseUrl'], error: 'must be https:// and domain.name, or left out' })
  .transform((config) => (config.domain === undefined ? config : { ...config, baseUrl: addressOf(config.domain) }));

/** `logo`: the file that `theme.logo` named; `theme.logo` is then the name under which it is served. */
export type DeployConfig = z.infer<typeof deployConfigSchema> & { readonly logo?: Logo };

/** The JSON file beside every function's bundle: the service's own part, without what only the stack needs. */
export function serviceConfigJson(config: DeployConfig): string {
  const names = Object.keys(serviceConfigSchema.shape);
  return JSON.stringify(Object.fromEntries(Object.entries(config).filter(([name]) => names.includes(name))));
}

/** Parses the text of a configuration file. Throws `ConfigRefused` with all its problems. `file` is for the message. */
export function parseDeployConfig(text: string, file: string): DeployConfig {
  const result = deployConfigSchema.safeParse(parseJson(text, file));
  if (!result.success) {
    const problems = result.error.issues.map(
      (issue) => `  ${issue.path.join('.') || '(whole file)'}: ${issue.message}`,
    );
    throw new ConfigRefused(`${file} cannot be deployed:\n${problems.join('\n')}\nSee docs/deploy.example.json.`);
  }
  return withLogo(result.data, dirname(file));
}

function withLogo(config: DeployConfig, folder: string): DeployConfig {
  if (config.theme?.logo === undefined) return config;
  const logo = readLogo(join(folder, config.theme.logo));
  return { ...config, theme: { ...config.theme, logo: logo.name }, logo };
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unreadable';
    throw new ConfigRefused(`${file} is not JSON: ${why}. See docs/deploy.example.json.`);
  }
}
