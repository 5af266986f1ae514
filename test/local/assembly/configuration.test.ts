import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { functionEnv } from '#functions/env.ts';
import { smallStepsApp } from '#lib/app.ts';
import { bundleFunctions } from '#lib/bundle.ts';
import { parseDeployConfig } from '#lib/config.ts';
import { type Instance, startInstance } from '#local/instance.ts';
import { exampleConfig } from '#test/infra/synthesised.ts';

// The template against CloudFormation's own rules is not what these tests are about, and takes most of the time.
beforeAll(async () => {
  vi.stubEnv('CDK_VALIDATION', 'false');
  await bundleFunctions();
});
afterAll(() => vi.unstubAllEnvs());

let instance: Instance | undefined;
afterEach(() => instance?.stop());

/** The folder of the assembly, bundles and all, that the example configuration, changed like this, is deployed as. */
function synthesised(changes: object): string {
  const config = parseDeployConfig(JSON.stringify({ ...exampleConfig, ...changes }), 'a test');
  return smallStepsApp(config).app.synth().directory;
}

const count = Object.keys(functionEnv).length;
/** Each function's folder is named after the hash of all that lies in it. */
const filesIn = (assembly: string) => globSync('asset.*/config.json', { cwd: assembly }).sort();

const wheelchair = 'Every room that we use can be reached by wheelchair.';
const needs = Array.from({ length: 12 }, (_, n) => `Need ${n + 1}: ${'x'.repeat(580)}`);
const description = { portage: { how: needs, needs, wheelchair }, homeVisiting: { what: needs } };

test('a configuration of 20 KB reaches every function, and what it says stands on a page', async () => {
  const assembly = synthesised({ description });

  const bytes = filesIn(assembly).map((file) => statSync(join(assembly, file)).size);
  instance = await startInstance({ port: 0, assembly });
  const page = await fetch(`${instance.url}/services`);

  expect(bytes).toHaveLength(count);
  expect(Math.min(...bytes)).toBeGreaterThan(20_000);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(wheelchair);
});

test('a changed configuration is a new bundle of every function, and the same one is the same bundle', () => {
  const before = filesIn(synthesised({}));
  const changed = filesIn(synthesised({ dutyMailbox: 'night-duty@example.org' }));

  expect(filesIn(synthesised({}))).toEqual(before);
  expect(new Set([...before, ...changed]).size).toBe(2 * count);
});
