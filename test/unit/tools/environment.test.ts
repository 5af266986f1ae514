import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseDeployConfig } from '#lib/config.ts';
import { ConfigRefused } from '#lib/config-refused.ts';
import { chosenEnvironment } from '#tools/deploy/environment.ts';

/** What is chosen in a repository with these environments. */
function chosen(args: readonly string[], variable?: string, names: readonly string[] = ['live', 'trial', 'example']) {
  const root = mkdtempSync(join(tmpdir(), 'small-steps-environments-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'environments'));
  for (const name of names) writeFileSync(join(root, 'environments', `${name}.json`), '{}');
  const { configFile, args: left } = chosenEnvironment({ args, variable, root });
  return { configFile: configFile.replace(root, 'top'), args: left };
}

test.each([
  ['two words', ['--env', 'live', '--profile', 'council'], ['--profile', 'council']],
  ['one word, after others', ['--profile', 'council', '--env=live'], ['--profile', 'council']],
])('an environment that is named in %s is the file of its name, and the CDK never sees it', (_kind, args, left) => {
  expect(chosen(args)).toEqual({ configFile: 'top/environments/live.json', args: left });
});

test('the variable names a file where no environment is named, as it always has', () => {
  expect(chosen(['--profile', 'x'], 'my-service.json')).toEqual({
    configFile: 'my-service.json',
    args: ['--profile', 'x'],
  });
});

test('the variable and the environment may name the same file', () => {
  expect(chosen(['--env', 'live'], 'environments/live.json').configFile).toBe('top/environments/live.json');
});

test.each<[string, string[], string | undefined, string]>([
  ['neither', [], undefined, 'Say what to deploy: '],
  ['an empty variable', [], '', 'Say what to deploy: '],
  ['two different files', ['--env', 'live'], 'other.json', 'SMALL_STEPS_CONFIG names other.json, and --env names '],
  ['no name', ['--env'], undefined, 'Name one: '],
  ['another option for a name', ['--env', '--profile'], undefined, 'Name one: '],
  ['an empty name', ['--env='], undefined, 'Name one: '],
  ['a path for a name (hostile)', ['--env', '../live'], undefined, '"../live" is no name of an environment'],
  ['the file instead of its name', ['--env', 'live.json'], undefined, '"live.json" is no name of an environment'],
  ['the example itself', ['--env', 'example'], undefined, 'environments/example.json is an example. '],
  [
    'one that is not there',
    ['--env', 'test'],
    undefined,
    'environments/test.json is not there. There are: live, trial.',
  ],
])('%s is answered in one line (malformed)', (_kind, args, variable, line) => {
  const choosing = () => chosen(args, variable);

  expect(choosing).toThrow(ConfigRefused);
  expect(choosing).toThrow(line);
  expect(choosing).toThrow(/^[^\n]+$/);
});

test('where there is no environment yet, the line says how to begin', () => {
  expect(() => chosen(['--env', 'live'], undefined, ['example'])).toThrow(
    'environments/live.json is not there. Copy environments/example.json to that name and fill it in.',
  );
});

test('the example of an environment can be deployed, with a domain and the domain of its email', () => {
  const file = new URL('../../../environments/example.json', import.meta.url);

  expect(parseDeployConfig(readFileSync(file, 'utf8'), 'example.json')).toMatchObject({
    baseUrl: 'https://referrals.example.org',
    mailDomain: { name: 'portage.example.org', mailFrom: 'bounce' },
  });
});
