import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createLambdaHost, type LambdaHost } from '#local/lambda/host.ts';

const YEAR_MS = 365 * 86_400_000;

const hosts: LambdaHost[] = [];
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
});

function hostOf(bundles: Record<string, string>, settings: { threads?: number; timeoutSeconds?: number } = {}) {
  const log: string[] = [];
  const offset = new SharedArrayBuffer(8);
  const functions = Object.entries(bundles).map(([name, code]) => {
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    writeFileSync(join(folder, 'index.mjs'), code);
    const arn = `arn:aws:lambda:eu-west-2:000000000000:function:${name}`;
    const environment = { TABLE_NAME: 'records' };
    const timeoutSeconds = settings.timeoutSeconds ?? 20;
    return [name, { name, arn, folder, handler: 'index.handler', environment, timeoutSeconds, memoryMb: 128 }] as const;
  });
  const host = createLambdaHost({
    functions: new Map(functions),
    offset,
    endpoints: { dynamodb: 'http://127.0.0.1:1', other: 'http://127.0.0.1:2' },
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

  test('by ending its process gives Runtime.ExitError, and the next invocation finds a fresh one', async () => {
    const { host } = hostOf({
      quitter: 'export const handler = async (event) => { if (event.quit) process.exit(3); return 1; };',
    });

    expect(await host.invoke('quitter', { quit: true })).toMatchObject({ ok: false, errorType: 'Runtime.ExitError' });
    expect(await host.invoke('quitter', {})).toEqual({ ok: true, payload: 1 });
  });

  test('by not loading gives Runtime.ExitError with the reason', async () => {
    const { host } = hostOf({ broken: "throw new Error('no table name');" });

    expect(await host.invoke('broken', {})).toMatchObject({
      ok: false,
      errorType: 'Runtime.ExitError',
      errorMessage: 'no table name',
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
