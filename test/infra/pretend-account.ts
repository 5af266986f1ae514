import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

const resourceSchema = z.object({ type: z.string(), stays: z.boolean(), name: z.string(), state: z.string() });

/** As much of an account of AWS as removing a stack touches. `objects`: what lies in each bucket, by its name. */
export const accountSchema = z.object({
  stack: z.object({ name: z.string(), isProtected: z.boolean() }).nullable(),
  resources: z.record(z.string(), resourceSchema),
  isTableProtected: z.boolean(),
  objects: z.record(z.string(), z.array(z.string())),
});
export type Account = z.infer<typeof accountSchema>;

type Asked = (account: Account, option: (name: string) => string, flag: (name: string) => boolean) => string;

/** Each command of the page, refused where AWS refuses it: what is protected, not empty, or not there. */
const COMMANDS: Readonly<Record<string, Asked>> = {
  'aws cloudformation list-stack-resources': ({ resources }) =>
    Object.entries(resources)
      .filter(([, { type }]) => /^AWS::(DynamoDB::Table|S3::Bucket|KMS::Key|SecretsManager::Secret)$/.test(type))
      .map(([id, { name }]) => `${id}\t${name}\n`)
      .join(''),
  'aws cloudformation update-termination-protection': ({ stack }, _option, flag) => {
    if (stack && flag('no-enable-termination-protection')) stack.isProtected = false;
    return '';
  },
  'npx cdk destroy': (account, _option, flag) => {
    if (!account.stack || account.stack.isProtected) throw new Error('TerminationProtection is enabled');
    if (!flag('force') || !process.env.SMALL_STEPS_CONFIG) throw new Error('It asks, or knows no environment');
    account.stack = null;
    account.resources = Object.fromEntries(Object.entries(account.resources).filter(([, { stays }]) => stays));
    return '';
  },
  'aws dynamodb update-table': (account, option, flag) => {
    found(account, option('table-name'));
    if (flag('no-deletion-protection-enabled')) account.isTableProtected = false;
    return '';
  },
  'aws dynamodb delete-table': (account, option) => {
    if (account.isTableProtected) throw new Error('Deletion protection is enabled');
    return gone(account, option('table-name'));
  },
  'aws s3api list-object-versions': ({ objects }, option) =>
    (objects[option('bucket')] ?? []).map((key) => `${key}\tversion-1\n`).join(''),
  'aws s3api delete-object': ({ objects }, option) => {
    const [bucket, key] = [option('bucket'), option('key')];
    if (!objects[bucket]?.includes(key)) throw new Error(`NoSuchKey ${key}`);
    objects[bucket] = objects[bucket].filter((one) => one !== key);
    return '';
  },
  'aws s3api delete-bucket': (account, option) => {
    const bucket = option('bucket');
    if ((account.objects[bucket] ?? []).length > 0) throw new Error('BucketNotEmpty');
    delete account.objects[bucket];
    return gone(account, bucket);
  },
  'aws secretsmanager delete-secret': (account, option) => pending(account, option('secret-id')),
  'aws kms schedule-key-deletion': (account, option) => pending(account, option('key-id')),
};

function found({ resources }: Account, name: string) {
  const entry = Object.entries(resources).find(([, one]) => one.name === name);
  if (!entry) throw new Error(`There is no ${name}`);
  return entry;
}

function gone(account: Account, name: string): string {
  delete account.resources[found(account, name)[0]];
  return '';
}

function pending(account: Account, name: string): string {
  found(account, name)[1].state = 'PENDING_DELETION';
  return '';
}

/** Answers one command as `aws` or `npx` would, from the account in a file, and keeps what it changed. */
function answer(file: string, words: readonly string[]): string {
  const command = COMMANDS[words.slice(0, 3).join(' ')];
  if (!command) throw new Error(`There is no command ${words.slice(0, 3).join(' ')}`);
  const account = accountSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const option = (name: string) => words[words.indexOf(`--${name}`) + 1] ?? '';
  const said = command(account, option, (name) => words.includes(`--${name}`));
  writeFileSync(file, JSON.stringify(account));
  return said;
}

if (process.env.ACCOUNT && process.argv[1] === import.meta.filename) {
  try {
    process.stdout.write(answer(process.env.ACCOUNT, process.argv.slice(2)));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
