import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { type ServiceConfig, serviceConfigSchema } from '#domain/service/config.ts';

const text = z.string().min(1);

/** The file beside each bundle that holds the service's configuration: Lambda's environment ends at 4 KB. */
export const CONFIG_FILE = 'config.json';

const records = { TABLE_NAME: text };
const address = { BASE_URL: z.url() };
const mail = { ...address, SES_CONFIGURATION_SET: text };
const evidence = { EVIDENCE_BUCKET: text };
const scan = { MALWARE_SCAN: z.enum(['guardduty', 'none']) };
/** Given only where staff sign in with their work accounts. */
const signIn = { SIGN_IN_ISSUER: z.url().optional(), SIGN_IN_SECRET_ARN: text.optional() };
/** Under which mailboxes are hashed. */
const mailboxKey = { MAILBOX_KEY_SECRET_ARN: text };
const workflow = { STATE_MACHINE_ARN: text };
/** The machine of what follows the list. */
const support = { SUPPORT_MACHINE_ARN: text };

/** What each function reads from its environment. The stack hands a function exactly these names and no other. */
export const functionEnv = {
  'validate-referral': z.object({ ...records, ...mailboxKey }),
  'check-referral': z.object({ ...records, ...mail, ...evidence, ...scan, CLAIM_KEY_SECRET_ARN: text }),
  'open-task': z.object({ ...records, ...mail }),
  'remind-people': z.object({ ...records, ...mail }),
  'list-child': z.object(records),
  'tell-people': z.object({ ...records, ...mail }),
  'park-case': z.object(records),
  'follow-support': z.object({ ...records, ...mail }),
  'open-offer': z.object({ ...records, ...mail }),
  'tell-of-offer': z.object({ ...records, ...mail }),
  'serve-api': z.object({ ...records, ...mail, ...evidence, ...workflow }),
  'serve-staff': z.object({ ...records, ...mail, ...evidence, ...scan, ...signIn, CLAIM_KEY_SECRET_ARN: text }),
  'serve-family': z.object({ ...records, ...mail }),
  'serve-console': z.object({ ...records, ...address, ...workflow, ...support, RUNBOOK_URL: text }),
  'serve-public': z.object({ ...records, ...mail, ...evidence, ...scan, ...workflow }),
  'serve-referral': z.object({ ...records, ...mail, ...evidence, ...scan, ...mailboxKey }),
  sweep: z.object({ ...records, ...mail, ...evidence, ...workflow, ...support }),
  'record-mail-event': z.object(records),
  'take-mail': z.object({ ...records, ...evidence }),
  'walk-canary': z.object({ ...records, ...address, ...evidence, ...workflow }),
  'restart-case': z.object(records),
  'balance-lists': z.object(records),
  'look-at-lists': z.object(records),
  'reconcile-records': z.object({ ...records, ...evidence, ...workflow, ...support }),
  'erase-records': z.object({ ...records, ...evidence, SEALS_BUCKET: text }),
  'seal-histories': z.object({ ...records, SEALS_BUCKET: text, SEAL_KEY_ARN: text }),
  'write-pack': z.object({ ...records, PACKS_BUCKET: text, PACK_PASSPHRASE_ARN: text }),
};

export type FunctionName = keyof typeof functionEnv;

/** Every name that some function reads. */
export type EnvName = { [F in FunctionName]: keyof (typeof functionEnv)[F]['shape'] }[FunctionName];

type Env = { [F in FunctionName]: z.output<(typeof functionEnv)[F]> };

const schemas: { [F in FunctionName]: z.ZodType<Env[F]> } = functionEnv;

/** Where a function's own files lie: its bundle is one file, so this is the folder of the bundle. */
const BUNDLE = new URL('.', import.meta.url);

/**
 * The environment of one function and, as `config`, the configuration beside its bundle, parsed once when it is loaded.
 * Throws naming each variable that is missing or wrong, or the file and all that is wrong in it.
 */
export function readEnv<F extends FunctionName>(name: F, bundle = BUNDLE): Env[F] & { config: ServiceConfig } {
  const result = schemas[name].safeParse(process.env);
  if (result.success) return { ...result.data, config: readServiceConfig(fileURLToPath(new URL(CONFIG_FILE, bundle))) };
  throw new Error(`The environment of ${name} is not usable:\n${z.prettifyError(result.error)}`);
}

/** One line for each fault, because a log shows the first line of an error only. */
function readServiceConfig(file: string): ServiceConfig {
  const result = serviceConfigSchema.safeParse(jsonIn(file));
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.') || '(whole file)'}: ${message}`);
  throw new Error(`The configuration ${file} is not usable: ${problems.join('; ')}`);
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new Error(`The configuration ${file} ${why}. Deploy the function again.`, { cause });
  }
}
