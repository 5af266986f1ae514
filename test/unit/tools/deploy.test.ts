import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CONCURRENCY_NEEDED } from '#lib/http/limits.ts';
import type { BeforeDeployment } from '#tools/deploy/before.ts';
import { deploy } from '#tools/deploy/deploy.ts';
import type { AfterDeployment } from '#tools/deploy/outputs.ts';
import { concurrencyIsEnough } from '#tools/deploy/quota.ts';
import { whereItIs } from '#tools/deploy/where.ts';

const OUTPUTS = { BaseUrl: 'https://referrals.example.org', TableName: 'Trial-Records', Region: 'eu-west-2' };
const table: AfterDeployment = async ({ TableName, Region }) => [`${TableName} in ${Region}`];
const failing: AfterDeployment = async () => {
  throw new Error('no rights to read it');
};

/** One deployment in which the CDK's command line writes these outputs and ends with this code. */
async function deployed(given: {
  outputs?: object;
  code?: number;
  args?: string[];
  before?: BeforeDeployment[];
  afterwards?: AfterDeployment[];
  faults?: string[];
}) {
  const folder = mkdtempSync(join(tmpdir(), 'small-steps-deploy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const outputsFile = join(folder, 'outputs.json');
  writeFileSync(outputsFile, '{"SmallSteps":{"TableName":"of an earlier deployment"}}');
  const said: string[] = [];
  const ran: (readonly string[])[] = [];
  const code = await deploy(given.args ?? [], {
    cdk: async (args) => {
      ran.push(args);
      expect(existsSync(outputsFile)).toBe(false);
      if (given.outputs !== undefined) writeFileSync(outputsFile, JSON.stringify({ Trial: given.outputs }));
      return given.code ?? 0;
    },
    before: given.before ?? [],
    afterwards: given.afterwards ?? [table],
    ...(given.faults && { smoke: async () => given.faults ?? [] }),
    outputsFile,
    say: (line) => said.push(line),
  });
  return { code, said, ran, outputsFile };
}

test('a deployment is cdk deploy with the arguments given and a file for the outputs', async () => {
  const { ran, outputsFile } = await deployed({ args: ['--profile', 'trial'], outputs: OUTPUTS });

  expect(ran).toEqual([['deploy', '--outputs-file', outputsFile, '--profile', 'trial']]);
});

test('after a deployment, each look gets the outputs of the stack, whatever its name, and its lines are said', async () => {
  const { code, said } = await deployed({ outputs: OUTPUTS, afterwards: [table, table] });

  expect([code, said]).toEqual([0, ['Trial-Records in eu-west-2', 'Trial-Records in eu-west-2']]);
});

test('a deployment that fails keeps its exit code, and nothing is looked at', async () => {
  expect(await deployed({ code: 3 })).toMatchObject({ code: 3, said: [] });
});

test('where nothing was deployed, outputs of an earlier deployment are not taken for its own (late)', async () => {
  expect(await deployed({})).toMatchObject({ code: 0, said: [] });
});

test('a look that fails is told, the next one is still had, and the deployment counts', async () => {
  expect(await deployed({ outputs: OUTPUTS, afterwards: [failing, table] })).toMatchObject({
    code: 0,
    said: [
      'The stack is deployed, but a look at it afterwards failed: no rights to read it',
      'Trial-Records in eu-west-2',
    ],
  });
});

test('outputs without the name of the table (malformed) are told, and the deployment counts', async () => {
  const { code, said } = await deployed({ outputs: { BaseUrl: OUTPUTS.BaseUrl } });

  expect(code).toBe(0);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('The stack is deployed, but what it says of itself cannot be read: ');
  expect(said[0]).toContain('TableName');
});

const accountWith = (ConcurrentExecutions: number) =>
  concurrencyIsEnough(async () => ({ AccountLimit: { ConcurrentExecutions, TotalCodeSize: 1 } }));

test.each([
  ['a new account', 10],
  ['an account of a training course', 50],
  ['an account that is one short', CONCURRENCY_NEEDED - 1],
])('%s is refused before anything is deployed, with the quota to ask for', async (_kind, limit) => {
  const { code, said, ran } = await deployed({ before: [accountWith(limit)] });

  expect([code, ran]).toEqual([1, []]);
  expect(said[0]).toContain(`can run ${limit} functions`);
  expect(said[0]).toContain(`needs ${CONCURRENCY_NEEDED}`);
  expect(said.join()).toContain('L-B99A9384');
  expect(said.join()).toContain('--despite-quota');
});

test.each([
  ['exactly enough', CONCURRENCY_NEEDED, []],
  ['what AWS usually gives', 1000, []],
  ['too little, for a trial', 10, ['--despite-quota']],
])('an account with %s is deployed to, and the CDK never sees our own argument', async (_kind, limit, args) => {
  const { code, ran } = await deployed({ args, before: [accountWith(limit)] });

  expect(code).toBe(0);
  expect(ran.flat()).not.toContain('--despite-quota');
});

test.each([
  ['AWS does not let anyone look', async () => Promise.reject(new Error('lambda answered 403 in eu-west-2.'))],
  ['the answer is malformed', async () => ({ AccountLimit: {} })],
  ['AWS has nothing to say', async () => undefined],
])('where %s, that is told and the deployment goes on', async (_kind, call) => {
  const { code, said, ran } = await deployed({ outputs: OUTPUTS, before: [concurrencyIsEnough(call)] });

  expect([code, ran.length]).toEqual([0, 1]);
  expect(said[0]).toMatch(/^We could not look at the quota of functions: [^\n]+$/);
});

test('a smoke test that finds nothing ends a deployment well, after all that is said of it', async () => {
  expect(await deployed({ outputs: OUTPUTS, faults: [] })).toMatchObject({
    code: 0,
    said: ['Trial-Records in eu-west-2', 'The smoke test passed.'],
  });
});

test('a smoke test that finds fault ends a deployment with 1, each fault on a line (half-finished)', async () => {
  const { code, said } = await deployed({ outputs: OUTPUTS, faults: ['no page', 'no email'] });

  expect([code, said.slice(1)]).toEqual([
    1,
    ['no page', 'no email', 'The smoke test found 2 faults. Fix them, then: npm run smoke -- --env NAME'],
  ]);
});

test('no function keeps room for itself: reserving fails to deploy in a new account', () => {
  const files = globSync('lib/**/*.ts', { cwd: new URL('../../..', import.meta.url) });
  const reserving = files.filter((file) =>
    readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8').includes('reservedConcurrent'),
  );

  expect([files.length > 10, reserving]).toEqual([true, []]);
});

test('the README names the quota that is checked', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

  expect(readme).toContain(`a Lambda quota of ${CONCURRENCY_NEEDED} concurrent`);
});

test('what must be set by hand before email arrives is said where the service has an address for it', async () => {
  const lines = await whereItIs({ ...OUTPUTS, MailRuleSet: 'Trial-RuleSet' });

  expect(lines.filter((line) => line.includes('Trial-RuleSet'))).toEqual([
    expect.stringContaining('MX 10 inbound-smtp.eu-west-2.amazonaws.com'),
  ]);
  expect(await whereItIs(OUTPUTS)).toHaveLength(2);
});
