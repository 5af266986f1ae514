import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { folderInUse, portTaken } from '#test/kit/words/local-run.ts';
import { tinyAssembly } from '#test/local/assembly/tiny-stack.ts';

const START = fileURLToPath(new URL('../../../local/start.ts', import.meta.url));

let assembly: string;
beforeAll(() => {
  assembly = tinyAssembly();
});

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

type Run = { child: ChildProcess; stdout(): string; stderr(): string; exit: Promise<number | null> };

function run(...args: string[]): Run {
  const child = spawn(process.execPath, [START, '--assembly', assembly, ...args], { stdio: 'pipe' });
  children.push(child);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const exit = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
  return { child, stdout: () => stdout, stderr: () => stderr, exit };
}

async function ready(started: Run): Promise<string> {
  await expect
    .poll(() => started.stdout() + started.stderr(), { timeout: 20_000 })
    .toMatch(/^Small Steps is ready: .*\n/);
  return /ready: (\S+)/.exec(started.stdout())?.[1] ?? '';
}

async function refusal(...args: string[]) {
  const started = run(...args);
  const code = await started.exit;
  await expect.poll(started.stderr).toMatch(/\n$/);
  return { code, stdout: started.stdout(), stderr: started.stderr() };
}

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'data-'));

describe('npm start', () => {
  test('says on its first line where it serves, once it serves', async () => {
    const started = run('--port', '0', '--ephemeral');

    const url = await ready(started);

    expect(started.stdout().split('\n')[0]).toBe(`Small Steps is ready: ${url}`);
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
    expect((await fetch(`${url}/local/clock`)).status).toBe(200);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends within two seconds on %s, with exit code 0', async (signal) => {
    const started = run('--port', '0', '--data', emptyFolder());
    await ready(started);
    const asked = performance.now();

    started.child.kill(signal);

    expect(await started.exit).toBe(0);
    expect(performance.now() - asked).toBeLessThan(2000);
  });

  test('after kill -9 starts again on the same folder, on another port, where time went on', async () => {
    const data = emptyFolder();
    const first = run('--port', '0', '--data', data, '--now', '2026-09-24T09:00');
    const url = await ready(first);
    await fetch(`${url}/local/clock`, { method: 'POST', body: '{"advance":"P10D"}' });
    first.child.kill('SIGKILL');
    await first.exit;

    const again = await ready(run('--port', '0', '--data', data));

    expect(await (await fetch(`${again}/local/clock`)).json()).toEqual({
      now: expect.stringMatching(/^2026-10-04T08:0/),
    });
  });
});

describe('npm start says in one line what is wrong, and exits 1,', () => {
  test('when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';

    expect(await refusal('--port', port, '--ephemeral')).toEqual({
      code: 1,
      stdout: '',
      stderr: `Small Steps cannot start. ${portTaken(port)}\n`,
    });
    other.close();
  });

  test('when another instance uses the folder', async () => {
    const data = emptyFolder();
    await ready(run('--port', '0', '--data', data));

    expect(await refusal('--port', '0', '--data', data)).toEqual({
      code: 1,
      stdout: '',
      stderr: `Small Steps cannot start. ${folderInUse(data)} Stop that one, or pass another --data folder.\n`,
    });
  });

  test('when the folder cannot be written', async () => {
    const file = join(emptyFolder(), 'file');
    writeFileSync(file, '');

    const { code, stderr } = await refusal('--port', '0', '--data', join(file, 'data'));

    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^Small Steps cannot start\. The data folder .*\/file\/data cannot be written \(ENOTDIR.*\n$/,
    );
    expect(stderr.split('\n')).toHaveLength(2);
  });

  test.each([
    ['yesterday, before there was a mark', undefined, 'it has no format mark'],
    ['yesterday, by its mark', '1\n', 'its format is "1"'],
    ['tomorrow', '4\n', 'its format is "4"'],
    ['nobody knows when: its mark is malformed', '\u0000', 'its format is "\\u0000"'],
  ])('when the folder was made %s, and leaves the folder as it is', async (_when, mark, its) => {
    const data = emptyFolder();
    mkdirSync(join(data, 'dynamodb'));
    if (mark !== undefined) writeFileSync(join(data, 'format'), mark);
    const before = readdirSync(data);

    expect(await refusal('--port', '0', '--data', data)).toEqual({
      code: 1,
      stdout: '',
      stderr: `Small Steps cannot start. The data folder ${data} was made by another version of Small Steps: ${its}, and this version reads 3. Choose another folder with --data, or delete this one.\n`,
    });
    expect(readdirSync(data).filter((name) => name !== 'lock')).toEqual(before);
  });

  test.each([
    [
      'an unknown flag',
      ['--prot', '8080'],
      /^Small Steps cannot start\. Unknown option '--prot'\. Usage: npm start -- .*\n$/,
    ],
    ['a malformed port', ['--port', 'http'], /^Small Steps cannot start\. --port http is not a port: .*\n$/],
    ['a malformed time', ['--now', 'soon'], /^Small Steps cannot start\. --now soon is not a time: .*\n$/],
    [
      'a folder for what is thrown away',
      ['--ephemeral', '--data', 'x'],
      /^Small Steps cannot start\. --ephemeral keeps nothing.*\n$/,
    ],
  ])('when given %s', async (_kind, args, line) => {
    const { code, stdout, stderr } = await refusal(...args);

    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(line);
  });
});
