import { createServer } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createClockOff } from '#adapters/aws/clock-off.ts';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { Transient } from '#domain/problems/errors.ts';
import { reach } from './open-dynamodb.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A table that answers nothing, at this hour of its own. */
async function answering(date: string | undefined, status = 200): Promise<ReturnType<typeof createClockOff>> {
  const server = createServer((_request, response) => {
    response.sendDate = false;
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', ...(date !== undefined && { date }) });
    response.end('{}');
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return createClockOff('table', dynamoClient({ ...reach(`http://127.0.0.1:${address.port}`), maxAttempts: 1 }));
}

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toUTCString();

test.each([
  ['that of AWS', 0],
  ['two hours ahead of it', 120],
  ['an hour behind it', -60],
])('a clock that is %s is so many minutes off', async (_how, minutes) => {
  const off = await (await answering(ago(minutes)))();
  expect(Math.round((off ?? Number.NaN) / 60_000)).toBe(minutes);
});

test('an answer that says no time says nothing of the clock', async () => {
  expect(await (await answering(undefined))()).toBeUndefined();
});

test('a table that does not answer is tried again later', async () => {
  await expect((await answering(ago(0), 503))()).rejects.toThrow(Transient);
});
