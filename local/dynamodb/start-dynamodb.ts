import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Faults } from '../faults/faults.ts';
import type { HeldSyncs } from '../held-syncs.ts';
import type { Access } from '../iam/access.ts';
import { keepingConnections } from '../keep-alive.ts';
import { type Checkpoints, takeCheckpoint } from './checkpoints.ts';
import { flush } from './commit.ts';
import { ensureTable } from './ensure-table.ts';
import { dynamoDbHandler } from './handler.ts';
import { keepIndex } from './keep-index.ts';
import { openStore } from './open-store.ts';
import { runOperation } from './operations.ts';
import { type Row, scanAll } from './scan-all.ts';

export type LocalDynamoDb = {
  endpoint: string;
  syncs: HeldSyncs;
  ensureTable(properties: unknown): Promise<void>;
  tables(): Promise<string[]>;
  /** Writes these texts over attributes of the item with this key, past every condition; false where there is no such item. */
  overwrite(tableName: string, key: Texts, set: Values): Promise<boolean>;
  scanAll(tableName: string, indexName?: string): Promise<Row[]>;
  /** The entries of an index, without a request: what `keep` made of each as it was written. */
  keepIndex<Kept>(tableName: string, indexName: string, keep: (entry: unknown) => Kept): Promise<() => Iterable<Kept>>;
  close(): Promise<void>;
};

type Texts = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, string | Texts>>;

/** A DynamoDB on 127.0.0.1: what it has acknowledged is on disk unless syncs are held, and no index ever disagrees with its items. */
export async function startDynamoDb(options: {
  folder: string | undefined;
  now: () => number;
  port?: number;
  /** Who may do what; without it everyone may do everything, as in AWS's own DynamoDB Local. */
  access?: Access;
  /** Of the store beside it: with them, a start refuses whichever of the two is behind. */
  checkpoints?: Checkpoints | undefined;
  faults?: Pick<Faults, 'meet'>;
}): Promise<LocalDynamoDb> {
  const opened = await openStore(options.folder, options.checkpoints);
  const { now, access, faults } = options;
  const server = keepingConnections(createServer(dynamoDbHandler(opened.store, now, access, faults)));
  const port = await listen(server, options.port ?? 0);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    syncs: {
      hold: () => {
        opened.syncs.held = true;
      },
      release: () => {
        opened.syncs.held = false;
        return flush(opened.store.db, opened.syncs);
      },
    },
    ensureTable: (properties) => ensureTable(opened, properties),
    tables: async () => namesIn((await runOperation(opened.store, 'ListTables', {})).body),
    overwrite: async (TableName, key, set) => {
      const { body } = await runOperation(opened.store, 'GetItem', { TableName, Key: asTexts(key) });
      if (!('Item' in body) || typeof body.Item !== 'object') return false;
      const Item = { ...body.Item, ...asTexts(set) };
      return (await runOperation(opened.store, 'PutItem', { TableName, Item })).status === 200;
    },
    scanAll: (tableName, indexName) => scanAll(opened.store, tableName, indexName),
    keepIndex: (tableName, indexName, keep) => keepIndex(opened, tableName, indexName, keep),
    close: async () => {
      server.close();
      server.closeAllConnections();
      if (options.checkpoints) await takeCheckpoint(opened.store.db, opened.commit, options.checkpoints);
      await opened.store.db.close();
    },
  };
}

/** As DynamoDB writes them: a text, or texts by their names. */
const asTexts = (values: Values): Record<string, object> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? { S: value } : { M: asTexts(value) },
    ]),
  );

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The local DynamoDB has no port');
  return address.port;
}

function namesIn(body: object): string[] {
  return 'TableNames' in body && Array.isArray(body.TableNames) ? body.TableNames.map(String) : [];
}
