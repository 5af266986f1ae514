import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { asStepFunctionsSees } from '#local/lambda/as-step-functions-sees.ts';
import { createLambdaHost, type LambdaHost } from '#local/lambda/host.ts';
import { anyone } from '#test/local/iam/anyone.ts';

const YEAR_MS = 365 * 86_400_000;

const hosts: LambdaHost[] = [];
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
});

function hostOf(
  bundles: Record<string, string>,
  settings: { threads?: number; timeoutSeconds?: number; handler?: string } = {},
) {
  const log: string[] = [];
  const offset = new SharedArrayBuffer(8);
  const functions = Object.entries(bundles).map(([name, code]) => {
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    writeFileSync(join(folder, 'index.mjs'), code);
    const arn = `arn:aws:lambda:eu-west-2:000000000000:function:${name}`;
    const environment = { TABLE_NAME: 'records' };
    const timeoutSeconds = settings.timeoutSeconds ?? 20;
    const handler = settings.handler ?? 'index.handler';
    const role = `arn:aws:iam::000000000000:role/${name}`;
    const spec = { name, arn, folder, handler, environment, timeoutSeconds, memoryMb: 128 };
    return [name, { ...spec, role, logGroup: name }] as const;
  });
  const host = createLambdaHost({
    functions: new Map(functions),
    offset,
    endpoints: { dynamodb: 'http://127.0.0.1:1', other: 'http://127.0.0.1:2' },
    access: anyone(),
    log: (name, text) => log.push(`${name}: ${text.trim()}`),
    threads: settings.threads ?? 4,
  });
  hosts.push(host);
  return { host, log, moveTime: (ms: number) => Atomics.store(new BigInt64Array(offset), 0, BigInt(ms)) };
}

describe('an invocation', () => {
  test('gets the event and the context and gives back what the handler returns', async () => {
    const { host } = hostOf({
      echo: 'export const handler = async (event, context) => ({ event, name: context.functionName, left: context.getRemainingTimeInMillis() > 15000 });',
    });

    expect(await host.invoke('echo', { a: [1, 'x'] })).toEqual({
      ok: true,
      payload: { event: { a: [1, 'x'] }, name: 'echo', left: true },
    });
  });

  test('finds the function by its ARN too', async () => {
    const { host } = hostOf({ echo: 'export const handler = async () => 1;' });

    expect(await host.invoke('arn:aws:lambda:eu-west-2:000000000000:function:echo', {})).toEqual({
      ok: true,
      payload: 1,
    });
  });

  test('sees its own environment, the embedded endpoints, and nothing of this process', async () => {
    process.env.ONLY_HERE = 'yes';
    const { host } = hostOf({ env: 'export const handler = async () => process.env;' });

    const outcome = await host.invoke('env', {});

    expect(outcome).toMatchObject({
      payload: {
        TABLE_NAME: 'records',
        AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1',
        AWS_ENDPOINT_URL_SES: 'http://127.0.0.1:2',
      },
    });
    expect(JSON.stringify(outcome)).not.toContain('ONLY_HERE');
    expect(JSON.stringify(outcome)).not.toContain('PATH"');
  });

  test('runs one at a time in each function', async () => {
    const { host } = hostOf({
      slow: 'let inside = 0; export const handler = async () => { inside += 1; const most = inside; await new Promise((go) => setTimeout(go, 20)); inside -= 1; return most; };',
    });

    const outcomes = await Promise.all([1, 2, 3].map(() => host.invoke('slow', {})));

    expect(outcomes).toEqual([1, 1, 1].map((payload) => ({ ok: true, payload })));
  });

  test('of a function that is not there fails and says so', async () => {
    const { host } = hostOf({});

    expect(await host.invoke('nobody', {})).toMatchObject({ ok: false, errorType: 'ResourceNotFoundException' });
  });
});

describe("the developer's own shell", () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each([
    ['AWS_PROFILE', 'live'],
    ['AWS_ACCESS_KEY_ID', 'AKIALIVE'],
    ['AWS_SECRET_ACCESS_KEY', 'live-secret'],
    ['AWS_SESSION_TOKEN', 'live-session'],
    ['AWS_CONFIG_FILE', '/home/live/config'],
    ['AWS_SHARED_CREDENTIALS_FILE', '/home/live/credentials'],
    ['AWS_ENDPOINT_URL', 'https://live.example.org'],
    ['AWS_ENDPOINT_URL_S3', 'https://live.example.org'],
    ['AWS_ENDPOINT_URL_SQS', 'https://live.example.org'],
    ['AWS_REGION', 'live-west-2'],
    ['HTTPS_PROXY', 'http://live.example.org:3128'],
    ['https_proxy', 'http://live.example.org:3128'],
    ['NODE_OPTIONS', '--title=live'],
  ])('leaks no %s into a function', async (name, value) => {
    vi.stubEnv(name, value);
    const { host } = hostOf({ env: 'export const handler = async () => process.env;' });

    expect(JSON.stringify(await host.invoke('env', {}))).not.toContain('live');
  });
});

describe('simulated time', () => {
  test('is what Date and a bare Intl format tell inside a function, while timers run at real speed', async () => {
    const { host, moveTime } = hostOf({
      clock: `export const handler = async () => {
        const before = Date.now();
        await new Promise((go) => setTimeout(go, 5));
        return { now: Date.now(), made: new Date().getTime(), text: Date(), year: new Intl.DateTimeFormat('en', { year: 'numeric' }).format(), same: new Date() instanceof Date, fixed: new Date(0).toISOString(), waited: Date.now() - before };
      };`,
    });
    moveTime(10 * YEAR_MS);

    const outcome = await host.invoke('clock', {});

    const year = new Date(Date.now() + 10 * YEAR_MS).getUTCFullYear();
    expect(outcome).toMatchObject({
      ok: true,
      payload: { year: String(year), same: true, fixed: '1970-01-01T00:00:00.000Z' },
    });
    const { now, made, text, waited } = outcome.ok ? Object(outcome.payload) : Object({});
    expect(Math.abs(now - Date.now() - 10 * YEAR_MS)).toBeLessThan(60_000);
    expect(made - now).toBeLessThan(1000);
    expect(text).toContain(String(year));
    expect(waited).toBeLessThan(5_000);
  });

  test('moves in a function that is already loaded', async () => {
    const { host, moveTime } = hostOf({ clock: 'export const handler = async () => Date.now();' });
    const before = await host.invoke('clock', {});
    moveTime(YEAR_MS);
    const after = await host.invoke('clock', {});

    const passed = Number(after.ok && after.payload) - Number(before.ok && before.payload);
    expect(passed).toBeGreaterThanOrEqual(YEAR_MS);
  });
});

describe('a function that fails', () => {
  test('by throwing gives the name and message of the error', async () => {
    const { host } = hostOf({
      thrower:
        "class Transient extends Error { name = 'Transient' } export const handler = async () => { throw new Transient('not now'); };",
    });

    expect(await host.invoke('thrower', {})).toMatchObject({
      ok: false,
      errorType: 'Transient',
      errorMessage: 'not now',
    });
  });

  test('by running too long is ended with Sandbox.Timedout, and the next invocation finds a fresh one', async () => {
    const { host } = hostOf(
      {
        loop: 'let n = 0; export const handler = async (event) => { n += 1; if (event.forever) for (;;); return n; };',
      },
      { timeoutSeconds: 0.2 },
    );

    expect(await host.invoke('loop', { forever: true })).toMatchObject({ ok: false, errorType: 'Sandbox.Timedout' });
    expect(await host.invoke('loop', {})).toEqual({ ok: true, payload: 1 });
  });

  test.each([
    ['ends its process', 'process.exit(3)', 'Runtime exited with error: exit status 3'],
    ['ends its process without an error', 'process.exit(0)', 'Runtime exited without providing a reason'],
    ['fills its memory', 'const all = []; for (;;) all.push(new Array(1e6).fill({}));', /memory/],
  ])('and %s gives Runtime.ExitError, and the next invocation finds a fresh one', async (_what, code, errorMessage) => {
    const { host } = hostOf({
      quitter: `export const handler = async (event) => { if (event.quit) { ${code} } return 1; };`,
    });

    expect(await host.invoke('quitter', { quit: true })).toMatchObject({
      ok: false,
      errorType: 'Runtime.ExitError',
      errorMessage: errorMessage instanceof RegExp ? expect.stringMatching(errorMessage) : errorMessage,
    });
    expect(await host.invoke('quitter', {})).toEqual({ ok: true, payload: 1 });
  });

  test.each([
    [
      'a promise that it waits for nowhere',
      "Promise.reject(new Error('lost'))",
      'Runtime.UnhandledPromiseRejection',
      'Error: lost',
    ],
    [
      'an error in a timer, under its own name',
      "setTimeout(() => { throw new RangeError('late'); }, 1)",
      'RangeError',
      'late',
    ],
  ])('by %s says so, and the next invocation finds a fresh one', async (_what, code, errorType, errorMessage) => {
    const { host } = hostOf({
      loose: `let n = 0; export const handler = async (event) => { n += 1; if (!event.fail) return n; ${code}; await new Promise(() => {}); };`,
    });

    expect(await host.invoke('loose', { fail: true })).toMatchObject({ ok: false, errorType, errorMessage });
    expect(await host.invoke('loose', {})).toEqual({ ok: true, payload: 1 });
  });

  test.each([
    ["throw new Error('no table name');", 'Error', 'no table name'],
    ['export const handler = async () => {', 'Runtime.UserCodeSyntaxError', 'SyntaxError: '],
    ["import { nothing } from 'node:fs'; export const handler = nothing;", 'Runtime.UserCodeSyntaxError', 'nothing'],
    [
      "import { createRequire } from 'node:module'; createRequire(import.meta.url)('no-such-package');",
      'Runtime.ImportModuleError',
      "Error: Cannot find module 'no-such-package'",
    ],
    ["import 'no-such-package';", 'Error', "Cannot find package 'no-such-package'"],
    ['export const main = 1;', 'Runtime.HandlerNotFound', 'handler is undefined or not exported'],
  ])('by not loading, %s, gives %s with the reason, each time', async (code, errorType, errorMessage) => {
    const { host } = hostOf({ broken: code });
    const told = { ok: false, errorType, errorMessage: expect.stringContaining(errorMessage) };

    expect(await host.invoke('broken', {})).toMatchObject(told);
    expect(await host.invoke('broken', {})).toMatchObject(told);
  });

  test('by having no file gives Runtime.ImportModuleError', async () => {
    const { host } = hostOf({ absent: 'export const handler = 1;' }, { handler: 'other.handler' });

    expect(await host.invoke('absent', {})).toMatchObject({ ok: false, errorType: 'Runtime.ImportModuleError' });
  });
});

describe('what Step Functions is told', () => {
  test.each([
    ['process.exit(1)', 'Runtime.ExitError'],
    ["Promise.reject(new Error('lost')); await new Promise(() => {})", 'Runtime.UnhandledPromiseRejection'],
    ["throw new TypeError('no')", 'TypeError'],
  ])('of %s is the type that the function gave', async (code, errorType) => {
    const { host } = hostOf({ failing: `export const handler = async () => { ${code}; };` });

    expect(await asStepFunctionsSees(host.invoke)('failing', {})).toMatchObject({ ok: false, errorType });
  });

  test('of a function that is not there is an error of the Lambda service', async () => {
    const { host } = hostOf({});

    expect(await asStepFunctionsSees(host.invoke)('nobody', {})).toMatchObject({
      errorType: 'Lambda.ResourceNotFoundException',
    });
  });
});

describe('the threads', () => {
  test('of idle functions end once there are more than allowed, the longest idle first', async () => {
    const counter = 'let n = 0; export const handler = async () => (n += 1);';
    const { host } = hostOf({ one: counter, two: counter }, { threads: 1 });
    await host.invoke('one', {});
    await host.invoke('two', {});

    await expect.poll(async () => (await host.invoke('one', {})).ok).toBe(true);
    expect(await host.invoke('one', {})).toMatchObject({ payload: expect.any(Number) });
  });

  test('write what they print to the log under the name of the function', async () => {
    const { host, log } = hostOf({ talker: "export const handler = async () => { console.log('hello'); return 1; };" });
    await host.invoke('talker', {});

    await expect.poll(() => log.join()).toContain('talker: hello');
  });
});
