import * as z from 'zod';
import { serviceConfigSchema } from '#domain/service-config.ts';

const text = z.string().min(1);

const service = z
  .string()
  .transform((json, context): unknown => {
    try {
      return JSON.parse(json);
    } catch {
      context.addIssue({ code: 'custom', message: 'is not JSON' });
      return z.NEVER;
    }
  })
  .pipe(serviceConfigSchema);

const records = { TABLE_NAME: text, CONFIG: service };
const mail = { BASE_URL: z.url(), SES_CONFIGURATION_SET: text };
const evidence = { EVIDENCE_BUCKET: text };
const scan = { MALWARE_SCAN: z.enum(['guardduty', 'none']) };
const workflow = { STATE_MACHINE_ARN: text };

/** What each function reads from its environment. The stack hands a function exactly these names and no other. */
export const functionEnv = {
  'validate-referral': z.object({ ...records, ...mail }),
  'check-referral': z.object({ ...records, ...evidence, ...scan, CLAIM_KEY_SECRET_ARN: text }),
  'open-task': z.object({ ...records, ...mail }),
  'remind-people': z.object({ ...records, ...mail }),
  'list-child': z.object(records),
  'tell-people': z.object({ ...records, ...mail }),
  'park-case': z.object(records),
  'serve-api': z.object({ ...records, ...mail, ...evidence, ...workflow }),
  'serve-triage': z.object({ ...records, ...mail, ...evidence, ...scan }),
  'serve-referrer': z.object({ ...records, ...mail, ...evidence, ...scan, ...workflow }),
  sweep: z.object({ ...records, ...mail, ...evidence, ...workflow }),
  'record-mail-event': z.object(records),
  'restart-case': z.object(records),
};

export type FunctionName = keyof typeof functionEnv;

/** Every name that some function reads. */
export type EnvName = { [F in FunctionName]: keyof (typeof functionEnv)[F]['shape'] }[FunctionName];

type Env = { [F in FunctionName]: z.output<(typeof functionEnv)[F]> };

const schemas: { [F in FunctionName]: z.ZodType<Env[F]> } = functionEnv;

/** The environment of one function, parsed once when it is loaded; throws naming each variable that is missing or wrong. */
export function readEnv<F extends FunctionName>(name: F): Env[F] {
  const result = schemas[name].safeParse(process.env);
  if (result.success) return result.data;
  throw new Error(`The environment of ${name} is not usable:\n${z.prettifyError(result.error)}`);
}
