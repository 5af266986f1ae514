import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readEnv } from '#functions/env.ts';
import { testConfig } from '#test/http/service-config.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'small-steps-bundle-'));
  vi.stubEnv('TABLE_NAME', 'records');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const file = () => join(folder, 'config.json');
const read = () => readEnv('list-child', pathToFileURL(`${folder}/`));

describe('what a function reads when it is loaded', () => {
  test('is its environment, and the configuration in the file beside its bundle', () => {
    writeFileSync(file(), JSON.stringify(testConfig));

    expect(read()).toEqual({ TABLE_NAME: 'records', config: testConfig });
  });

  test('is never a configuration from the environment', () => {
    vi.stubEnv('CONFIG', JSON.stringify(testConfig));

    expect(read).toThrow(`The configuration ${file()} cannot be read.`);
  });

  test('with a variable missing is refused by the name of the function and of the variable', () => {
    writeFileSync(file(), JSON.stringify(testConfig));
    vi.stubEnv('TABLE_NAME', undefined);

    expect(read).toThrow(/^The environment of list-child is not usable:\n.*\n.*TABLE_NAME/);
  });
});

describe('a configuration beside the bundle', () => {
  const { sender: _, ...withoutSender } = testConfig;

  test('that is missing is refused in one line that names the file', () => {
    expect(read).toThrow(new Error(`The configuration ${file()} cannot be read. Deploy the function again.`));
  });

  test('that is a folder is refused in one line that names the file', () => {
    mkdirSync(file());

    expect(read).toThrow(new Error(`The configuration ${file()} cannot be read. Deploy the function again.`));
  });

  test.each([
    ['torn off', JSON.stringify(testConfig).slice(0, 40)],
    ['empty', ''],
  ])('that is malformed (%s) is refused in one line that names the file', (_fault, text) => {
    writeFileSync(file(), text);

    expect(read).toThrow(new Error(`The configuration ${file()} is not JSON. Deploy the function again.`));
  });

  test('that is half finished is refused in one line that names the file and everything wrong in it', () => {
    writeFileSync(file(), JSON.stringify({ ...withoutSender, triagers: ['someone'] }));

    expect(read).toThrow(/^The configuration .*config\.json is not usable: sender: .*; triagers\.0: .*$/);
    expect(read).not.toThrow('\n');
  });
});
