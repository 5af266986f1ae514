import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Instance, type InstanceOptions, startInstance } from '#local/instance.ts';
import { parseInstant } from '#local/london.ts';
import { NO_EMAILS } from '#local/ses/inbox-page.ts';
import { folderInUse, portTaken, storeDamaged } from '#test/kit/words/local-run.ts';
import { tinyAssembly } from '#test/local/assembly/tiny-stack.ts';

let assembly: string;
beforeAll(() => {
  assembly = tinyAssembly();
});

const instances: Instance[] = [];
afterEach(async () => {
  for (const instance of instances.splice(0)) await instance.stop();
});

async function start(options: Partial<InstanceOptions> = {}): Promise<Instance> {
  const instance = await startInstance({ port: 0, assembly, now: parseInstant('2026-09-24T09:00'), ...options });
  instances.push(instance);
  return instance;
}

/** JSON of a shape that only the assertion below it knows. */
const json = async (response: Response) => Object(await response.json());

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'data-'));
const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body, headers });

describe('a running instance', () => {
  test('answers the routes of the stack by its functions, in their environment and at the simulated time', async () => {
    const { url } = await start();

    const answer = await json(await fetch(`${url}/anything?a=1`));

    expect(answer.event).toMatchObject({ path: '/anything', queryStringParameters: { a: '1' } });
    expect(answer.env).toMatchObject({ BASE_URL: url, AWS_REGION: 'eu-west-2' });
    expect(answer.now).toMatch(/^2026-09-24T08:00:/);
  });

  test('asks for the local key where the stack asks for one', async () => {
    const { url } = await start();

    expect((await fetch(`${url}/v1/x`)).status).toBe(403);
    expect((await fetch(`${url}/v1/x`, { headers: { 'x-api-key': 'local' } })).status).toBe(200);
  });

  test('under a stage path serves everything there and tells the functions so', async () => {
    const { url } = await start({ basePath: '/live' });

    const answer = await json(await fetch(`${url}/anything`));

    expect(url).toMatch(/^http:\/\/localhost:\d+\/live$/);
    expect(answer.event.path).toBe('/anything');
    expect(answer.env.BASE_URL).toBe(url);
    expect((await fetch(`${new URL(url).origin}/local/clock`)).status).toBe(200);
  });
});

describe('the clock of an instance', () => {
  test('moves forwards on request and tells the time it has reached', async () => {
    const { url } = await start();

    const moved = await json(await post(`${url}/local/clock`, '{"advance":"P7D"}'));
    const told = await json(await fetch(`${url}/local/clock`));

    expect(moved.now).toMatch(/^2026-10-01T08:00:/);
    expect(told.now).toMatch(/^2026-10-01T08:00:/);
  });

  test('asked to go backwards answers 400 in words and stays', async () => {
    const { url } = await start();

    const answer = await post(`${url}/local/clock`, '{"at":"2026-09-23T09:00"}');

    expect(answer.status).toBe(400);
    expect((await json(answer)).message).toMatch(/^Time only goes forwards: it is already 2026-09-24T08:00:/);
  });

  test('is the same after a restart on the same folder', async () => {
    const data = emptyFolder();
    const first = await start({ data });
    await post(`${first.url}/local/clock`, '{"advance":"P30D"}');
    await first.stop();

    const second = await start({ data, now: undefined });

    expect(new Date(second.now()).toISOString()).toMatch(/^2026-10-24T08:0/);
  });
});

describe('a data folder', () => {
  test('that is fresh is marked with its format when it is made, and is taken again', async () => {
    const data = join(emptyFolder(), 'made-by-the-start');
    await (await start({ data })).stop();

    expect(readFileSync(join(data, 'format'), 'utf8')).toBe('3\n');
    await expect(start({ data })).resolves.toBeDefined();
  });

  test('in which a first start was cut off before it kept anything is a fresh one', async () => {
    const data = emptyFolder();
    writeFileSync(join(data, 'lock'), '');
    writeFileSync(join(data, 'format.new'), '');

    await expect(start({ data })).resolves.toBeDefined();
  });
});

describe('/local/', () => {
  const ask = (port: string, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      request({ host: '127.0.0.1', port, path: '/local/mail.json', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  test.each([
    ['under the name localhost', { host: 'localhost:8080' }, 200],
    ['under 127.0.0.1', { host: '127.0.0.1:8080' }, 200],
    ['under [::1]', { host: '[::1]:8080' }, 200],
    ['hostile, under a name that was made to lead here', { host: 'rebound.example.org' }, 403],
    ['hostile, from a page of another site', { host: 'localhost:8080', origin: 'https://example.org' }, 403],
  ])('%s answers %o with %d', async (_kind, headers, status) => {
    const { url } = await start();

    expect(await ask(new URL(url).port, headers)).toBe(status);
  });

  test('has an empty inbox, no executions and a clear answer for anything else', async () => {
    const { url } = await start();

    expect(await (await fetch(`${url}/local/mail.json`)).json()).toEqual([]);
    expect(await (await fetch(`${url}/local/mail`)).text()).toContain(NO_EMAILS);
    expect(await (await fetch(`${url}/local/executions.json`)).json()).toEqual([]);
    expect((await fetch(`${url}/local/executions/SS-1.json`)).status).toBe(404);
    expect((await fetch(`${url}/local/else`)).status).toBe(404);
  });
});

test('/local/ shows what the starter names, read at the simulated time, and says what it serves elsewhere', async () => {
  const { url, tableName } = await start({
    views: { things: async (instance) => ({ of: instance.tableName, at: new Date(instance.now()).toISOString() }) },
  });

  const shown = await json(await fetch(`${url}/local/things.json`));
  const refused = await json(await fetch(`${url}/local/lists.json`));

  expect(shown).toEqual({ of: tableName, at: expect.stringMatching(/^2026-09-24T08:00:/) });
  expect(refused.message).toContain('/local/clock, /local/things.json, /local/executions.json');
});

describe('an instance cannot start', () => {
  test('on a port that is taken', async () => {
    const first = await start();
    const { port } = new URL(first.url);

    await expect(start({ port: Number(port) })).rejects.toThrow(portTaken(port));
  });

  test('on a folder that another instance uses, until that one stops', async () => {
    const data = emptyFolder();
    const first = await start({ data });

    await expect(start({ data })).rejects.toThrow(folderInUse(data));
    await first.stop();
    await expect(start({ data })).resolves.toBeDefined();
  });

  test('on a folder that cannot be written', async () => {
    const file = join(emptyFolder(), 'file');
    writeFileSync(file, '');

    await expect(start({ data: join(file, 'data') })).rejects.toThrow(/^The data folder .* cannot be written/);
  });

  test('earlier than the time its folder has reached', async () => {
    const data = emptyFolder();
    await (await start({ data, now: parseInstant('2026-10-01T09:00') })).stop();

    await expect(start({ data })).rejects.toThrow('--now 2026-09-24T08:00:00.000Z is earlier than 2026-10-01T08:00:');
  });

  test.each([
    ['overwritten', (file: string) => writeFileSync(file, 'no database at all'.repeat(500))],
    ['emptied', (file: string) => writeFileSync(file, '')],
  ])('on a store whose database was %s', async (_kind, damage) => {
    const data = emptyFolder();
    await (await start({ data })).stop();
    damage(join(data, 'small-steps.sqlite'));

    await expect(start({ data })).rejects.toThrow(storeDamaged(data));
  });

  test('on a store whose records were overwritten', async () => {
    const data = emptyFolder();
    await (await start({ data })).stop();
    writeFileSync(join(data, 'dynamodb', 'CURRENT'), 'nothing');

    await expect(start({ data })).rejects.toThrow(/ is damaged and /);
  });

  test('twice over a lock file of an earlier run that holds anything at all', async () => {
    const data = emptyFolder();
    mkdirSync(data, { recursive: true });
    writeFileSync(
      join(data, 'lock'),
      'left behind by something else, long enough to be no database header at all'.repeat(20),
    );

    await expect(start({ data })).resolves.toBeDefined();
    expect(readFileSync(join(data, 'lock'), 'utf8')).not.toContain('left behind');
  });
});
