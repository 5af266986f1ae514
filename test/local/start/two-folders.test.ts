import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const ROOMS = ['bin', 'lib', 'functions', 'application', 'domain', 'adapters', 'web'];
const COPIED = [...ROOMS, 'local', 'docs', 'package.json', 'cdk.json', 'tsconfig.json'];
const DEPLOYED = { SMALL_STEPS_CONFIG: 'docs/deploy.example.json', CDK_VALIDATION: 'false' };

/** A copy of the sources as a fresh clone has them, so that no other test's assembly is touched. */
let clone = '';
beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'small-steps-clone-'));
  for (const name of [...COPIED, 'package-lock.json']) cpSync(join(ROOT, name), join(clone, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

async function run(script: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  const options = { cwd: clone, env: { ...process.env, ...env } };
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], options);
  return stdout.trim();
}
const cdk = (...args: string[]) => run('node_modules/aws-cdk/bin/cdk', ['--no-notices', ...args], DEPLOYED);
const synth = (env: Record<string, string> = {}) => run('local/synth.ts', [], env);

/** The page that a person sees first, from `npm start` in the clone. */
async function firstPage(): Promise<{ status: number; text: string }> {
  const child = spawn(process.execPath, ['local/start.ts', '--port', '0', '--ephemeral', '--cold'], { cwd: clone });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += String(chunk);
    });
  }
  try {
    await expect.poll(() => printed, { timeout: 200_000 }).toMatch(/^Small Steps is ready: \S+\n/);
    const response = await fetch(/ready: (\S+)/.exec(printed)?.[1] ?? '');
    return { status: response.status, text: await response.text() };
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

const read = (file: string) => readFileSync(join(clone, file), 'utf8');
const namesIn = (folder: string) =>
  new Set(globSync(`${folder}/asset.*/config.json`, { cwd: clone }).map((file) => JSON.parse(read(file)).serviceName));

describe('two configurations, one checkout:', { timeout: 240_000 }, () => {
  test('after a cdk command with the configuration of a deployment, the local run serves its own', async () => {
    const stacks = await cdk('ls');

    expect(stacks).toBe('SmallSteps');
    expect(await firstPage()).toEqual({ status: 200, text: expect.stringContaining('Portage home visiting') });
  });

  test('after a synthesis for a deployment, the local run serves its own, and cdk.out is of the deployment', async () => {
    await synth(DEPLOYED);

    expect(await firstPage()).toEqual({ status: 200, text: expect.stringContaining('Portage home visiting') });
    expect(namesIn('cdk.out')).toEqual(new Set(['Somerset Portage Service']));
    expect(namesIn('.cache/assembly')).toEqual(new Set(['Portage home visiting']));
  });

  test('npm run synth without a word of configuration writes the local one over that of a deployment', async () => {
    await synth();

    expect(JSON.parse(read('cdk.out/SmallSteps.template.json')).Resources).toHaveProperty('ReferralWorkflow');
    expect(JSON.parse(read('cdk.out/SmallSteps.template.json')).Resources.OpenTask.Properties).toEqual(
      JSON.parse(read('.cache/assembly/SmallSteps.template.json')).Resources.OpenTask.Properties,
    );
  });
});
