import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { deploy } from './deploy/deploy.ts';
import { deployedLinks, noOldLinks } from './deploy/old-links.ts';
import type { AfterDeployment } from './deploy/outputs.ts';
import { concurrencyIsEnough, DESPITE_QUOTA } from './deploy/quota.ts';
import { signedCalls } from './deploy/signed-call.ts';
import { compareTeam } from './deploy/team.ts';
import { whereItIs } from './deploy/where.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CDK = fileURLToPath(import.meta.resolve('aws-cdk/bin/cdk'));

const configFile = process.env.SMALL_STEPS_CONFIG ?? '';

/** The checks after a deployment. Each gives lines for the person who deploys. */
const AFTERWARDS: readonly AfterDeployment[] = [whereItIs, compareTeam({ configFile })];

async function cdk(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [CDK, ...args], { cwd: ROOT, stdio: 'inherit' });
  // Ctrl-C reaches both: the CDK's command line ends first, and says what became of the deployment.
  process.on('SIGINT', () => {});
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}

const args = process.argv.slice(2);
const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
/** As the CDK's command line finds them. */
const account = {
  region: AWS_REGION ?? AWS_DEFAULT_REGION,
  profile: args.includes('--profile') ? args[args.indexOf('--profile') + 1] : undefined,
};

process.exitCode = await deploy(args, {
  cdk,
  before: [
    concurrencyIsEnough(signedCalls(account)),
    noOldLinks({
      configFile,
      links: (stackName) => deployedLinks(account, stackName),
      now: () => new Date().toISOString(),
    }),
  ],
  own: [DESPITE_QUOTA],
  afterwards: AFTERWARDS,
  outputsFile: `${ROOT}.cache/outputs.json`,
  say: (line) => process.stdout.write(`${line}\n`),
});
