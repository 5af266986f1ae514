import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Template } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { expect, test } from 'vitest';
import { smallStepsApp, WITHOUT_BUNDLES } from '#lib/app.ts';
import { parseDeployConfig } from '#lib/config.ts';
import { readCloudAssembly } from '#local/assembly/read.ts';
import { exampleConfig } from './synthesised.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function runApp(config: string | undefined, region = ''): { status: number | null; stderr: string } {
  const { SMALL_STEPS_CONFIG: _, ...others } = process.env;
  const env = { ...others, CDK_DEFAULT_REGION: region };
  const given = config === undefined ? env : { ...env, SMALL_STEPS_CONFIG: config };
  return spawnSync(process.execPath, ['bin/small-steps.ts'], { cwd: root, env: given, encoding: 'utf8' });
}

test.each([
  ['no configuration', undefined, 'SMALL_STEPS_CONFIG is not set.'],
  ['a configuration that is not there', 'nowhere.json', 'nowhere.json cannot be read.'],
  ['a malformed configuration', 'docs/runbook.md', 'docs/runbook.md is not JSON'],
  ['a file that is no configuration', 'tsconfig.json', 'emergencyNumbers: '],
])('with %s the app says what to mend and exits 1', (_kind, config, message) => {
  const { status, stderr } = runApp(config);

  expect(stderr).toContain(message);
  expect(stderr).toContain('docs/deploy.example.json');
  expect(stderr).not.toContain('    at ');
  expect(status).toBe(1);
});

test('with an address for emails in a region that receives none the app says so in one line and exits 1', () => {
  const { status, stderr } = runApp('local/config.json', 'eu-central-2');

  expect(stderr).toContain('mailDoor: AWS receives no email in eu-central-2');
  expect(stderr).not.toContain('    at ');
  expect(status).toBe(1);
});

test('a stack of another name is a stack beside the live one, in a template of that name that the embedded run finds', () => {
  const config = parseDeployConfig(JSON.stringify({ ...exampleConfig, stackName: 'Trial' }), 'a test');
  const { directory } = smallStepsApp(config, WITHOUT_BUNDLES).app.synth();

  expect(globSync('*.template.json', { cwd: directory })).toEqual(['Trial.template.json']);
  expect(readCloudAssembly(directory).template.Resources).toHaveProperty('RecordsTable');
});

test('the stack says its table, its address and its region, for the command that deploys it', () => {
  const { stack } = smallStepsApp(parseDeployConfig(JSON.stringify(exampleConfig), 'a test'), WITHOUT_BUNDLES);

  expect(Template.fromStack(stack).toJSON().Outputs).toMatchObject({
    TableName: { Value: { Ref: 'RecordsTable' } },
    BaseUrl: { Value: 'https://referrals.example.org' },
    Region: { Value: { Ref: 'AWS::Region' } },
  });
});

test('with an address for emails the stack says which set of rules must be the active one', () => {
  const door = { mailDoor: 'on', mailDoorAddress: 'portage@incoming.example.org' };
  const { stack } = smallStepsApp(
    parseDeployConfig(JSON.stringify({ ...exampleConfig, ...door }), 'a test'),
    WITHOUT_BUNDLES,
  );

  expect(Template.fromStack(stack).toJSON().Outputs.MailRuleSet).toMatchObject({
    Value: { Ref: expect.stringContaining('RuleSet') },
  });
});

test('something that the AwsSolutions rules refuse stops the synthesis', () => {
  const { stack } = smallStepsApp(parseDeployConfig(JSON.stringify(exampleConfig), 'a test'), WITHOUT_BUNDLES);
  new Bucket(stack, 'Open');

  expect(() => Template.fromStack(stack)).toThrow('AwsSolutions-S10');
});
