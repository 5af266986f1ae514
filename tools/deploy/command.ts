import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DeployConfig, parseDeployConfig } from '#lib/config.ts';
import { ConfigRefused } from '#lib/config-refused.ts';
import { chosenEnvironment } from './environment.ts';
import { patient } from './patient.ts';
import { type Account, type SignedCall, signedCalls } from './signed-call.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What `npm run deploy` and `npm run smoke` begin with. */
export interface Command {
  readonly config: DeployConfig;
  readonly configFile: string;
  readonly args: readonly string[];
  readonly account: Account;
  readonly call: SignedCall;
}

/** Runs with the configuration that the command line names, and sets the exit code. One that is refused is said, without a stack. */
export async function withConfiguration(run: (command: Command) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run(commandOf(process.argv.slice(2), process.env));
  } catch (error) {
    if (!(error instanceof ConfigRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function commandOf(given: readonly string[], env: NodeJS.ProcessEnv): Command {
  const { configFile, args } = chosenEnvironment({ args: given, variable: env.SMALL_STEPS_CONFIG, root: ROOT });
  const account = {
    // As the CDK's command line finds them.
    region: env.AWS_REGION ?? env.AWS_DEFAULT_REGION,
    profile: args.includes('--profile') ? args[args.indexOf('--profile') + 1] : undefined,
  };
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const call = patient(signedCalls(account), wait);
  return { config: parseDeployConfig(textOf(configFile), configFile), configFile, args, account, call };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new ConfigRefused(`${file} cannot be read.`);
  }
}

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
