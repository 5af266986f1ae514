import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { accountIsReady, accountServes } from './deploy/account.ts';
import { ROOT, say, withConfiguration } from './deploy/command.ts';
import { deploy } from './deploy/deploy.ts';
import { deployedLinks, noOldLinks } from './deploy/old-links.ts';
import { regionOf } from './deploy/signed-call.ts';
import { smoke } from './deploy/smoke.ts';
import { stackOf } from './deploy/stack.ts';
import { compareTeam } from './deploy/team.ts';
import { whereItIs } from './deploy/where.ts';

const CDK = fileURLToPath(import.meta.resolve('aws-cdk/bin/cdk'));

async function cdk(args: readonly string[], configFile: string): Promise<number> {
  const env = { ...process.env, SMALL_STEPS_CONFIG: configFile };
  const child = spawn(process.execPath, [CDK, ...args], { cwd: ROOT, stdio: 'inherit', env });
  // Ctrl-C reaches both: the CDK's command line ends first, and says what became of the deployment.
  process.on('SIGINT', () => {});
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}

await withConfiguration(({ config, configFile, args, account, call }) =>
  deploy(args, {
    cdk: (all) => cdk(all, configFile),
    before: [
      ...accountIsReady({ call, config, stack: stackOf(call, config.stackName), region: regionOf(account) }),
      noOldLinks({
        config,
        links: (stackName) => deployedLinks(account, stackName),
        now: () => new Date().toISOString(),
      }),
    ],
    /** Each gives lines for the person who deploys. */
    afterwards: [whereItIs, compareTeam({ config })],
    smoke: ({ BaseUrl }) => {
      // Asked anew: the stack is another one now.
      const looks = accountServes({ call, config, stack: stackOf(call, config.stackName) });
      return smoke({ baseUrl: BaseUrl, fetch, looks, args, say });
    },
    outputsFile: `${ROOT}.cache/outputs.json`,
    say,
  }),
);
