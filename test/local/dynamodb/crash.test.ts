import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, expect, test } from 'vitest';
import { startDynamoDb } from '#local/dynamodb/start-dynamodb.ts';
import { clientOf, INDEXES } from './case-table.ts';

const ROUNDS = 12;
const WRITERS = 16;
const folder = mkdtempSync(join(tmpdir(), 'small-steps-crash-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// What each key held by the last acknowledgement, and what was last sent: `undefined` is a deleted item.
type Ledger = { acknowledged: Map<string, number | undefined>; sent: Map<string, number | undefined> };

/** In every other round its writes are not forced to the disk one by one. */
async function startChild(round: number): Promise<{ child: ChildProcess; endpoint: string }> {
  const script = fileURLToPath(new URL('crash-server.ts', import.meta.url));
  const child = spawn(process.execPath, [script, folder, round % 2 === 0 ? 'held' : 'each'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [endpoint] = await once(createInterface(child.stdout), 'line');
  return { child, endpoint: String(endpoint) };
}

function write(client: DynamoDBDocumentClient, pk: string, version: number): Promise<unknown> {
  const TableName = 'cases';
  const Key = { pk, sk: 'case' };
  const due = `due-${version}`;
  if (version % 7 === 0) return client.send(new DeleteCommand({ TableName, Key }));
  if (version % 3 === 0) {
    const UpdateExpression = 'SET version = :v, workDue = :d REMOVE listKey, dueAt';
    const ExpressionAttributeValues = { ':v': version, ':d': due };
    return client.send(new UpdateCommand({ TableName, Key, UpdateExpression, ExpressionAttributeValues }));
  }
  const keys = { workKey: 'TRIAGE', workDue: due, dueKey: 'all', dueAt: 'soon' };
  const list = version % 2 ? { listKey: 'HOME#Taunton', listOrder: due } : {};
  return client.send(new PutCommand({ TableName, Item: { ...Key, version, ...keys, ...list } }));
}

async function writeUntil(client: DynamoDBDocumentClient, ledger: Ledger, round: number, kill: () => void) {
  let acknowledgements = 0;
  const killAfter = 150 + 37 * round;
  const writer = async (number: number) => {
    for (let step = 1; step < 1000; step += 1) {
      const pk = `writer-${number}-${step % 5}`;
      const version = round * 1000 + step;
      const state = version % 7 === 0 ? undefined : version;
      ledger.sent.set(pk, state);
      const failed = await write(client, pk, version).then(
        () => false,
        () => true,
      );
      if (failed) return;
      ledger.acknowledged.set(pk, state);
      acknowledgements += 1;
      if (acknowledgements === killAfter) kill();
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)));
}

async function compare(ledger: Ledger) {
  const server = await startDynamoDb({ folder, now: () => Date.now() });
  const items = await server.scanAll('cases');
  const byKey = new Map(items.map((item) => [String(item.pk), Number(item.version)]));
  const lost = [...ledger.sent.keys()].filter(
    (pk) => byKey.get(pk) !== ledger.acknowledged.get(pk) && byKey.get(pk) !== ledger.sent.get(pk),
  );
  for (const pk of ledger.sent.keys()) {
    ledger.acknowledged.set(pk, byKey.get(pk));
    ledger.sent.set(pk, byKey.get(pk));
  }
  const indexes: Record<string, { entries: object[]; expected: object[] }> = {};
  for (const { name, hash, range } of INDEXES) {
    const inIndex = items.filter((item) => item[hash] !== undefined && item[range] !== undefined);
    const project = (item: Record<string, unknown>) => ({
      pk: item.pk,
      version: item.version,
      hash: item[hash],
      range: item[range],
    });
    const ordered = (rows: Record<string, unknown>[]) =>
      rows.map(project).sort((left, right) => (String(left.pk) < String(right.pk) ? -1 : 1));
    indexes[name] = { entries: ordered(await server.scanAll('cases', name)), expected: ordered(inIndex) };
  }
  await server.close();
  return { lost, indexes, count: items.length };
}

test('a server killed under load loses no acknowledged write and no index disagrees with its items', async () => {
  const ledger: Ledger = { acknowledged: new Map(), sent: new Map() };
  for (let round = 0; round < ROUNDS; round += 1) {
    const { child, endpoint } = await startChild(round);
    const gone = once(child, 'exit');
    await writeUntil(clientOf(endpoint), ledger, round, () => child.kill('SIGKILL'));
    child.kill('SIGKILL');
    await gone;
    const { lost, indexes, count } = await compare(ledger);
    expect(lost, `acknowledged writes lost in round ${round}`).toEqual([]);
    expect(count).toBeGreaterThan(WRITERS);
    for (const [name, { entries, expected }] of Object.entries(indexes)) {
      expect(entries, `index ${name} in round ${round}`).toEqual(expected);
    }
  }
}, 120_000);
