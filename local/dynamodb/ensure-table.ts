import type { Table } from 'dynalite/db/index.js';
import * as z from 'zod';
import { StartError } from '../start-error.ts';
import { tableKey } from './keys.ts';
import type { OpenStore } from './open-store.ts';
import { runOperation } from './operations.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

const index = z.object({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.object({ ProjectionType: z.string(), NonKeyAttributes: z.array(z.string()).optional() }),
});

// Of AWS::DynamoDB::Table and AWS::DynamoDB::GlobalTable; backups, keys and tags mean nothing on one machine.
const tableProperties = z.object({
  TableName: z.string(),
  KeySchema: keySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  GlobalSecondaryIndexes: z.array(index).optional(),
  LocalSecondaryIndexes: z.array(index).optional(),
});

/** The table is there, active and on disk when this resolves; calling it again with the same keys changes nothing. */
export async function ensureTable(opened: OpenStore, properties: unknown): Promise<void> {
  const wanted = tableProperties.parse(properties);
  const existing = await readTable(opened, wanted.TableName);
  if (existing) refuseChangedKeys(wanted, existing);
  else await createTable(opened, wanted);
  const table = existing ?? (await readTable(opened, wanted.TableName));
  if (table && table.TableStatus !== 'ACTIVE') await activate(opened, table);
}

async function createTable({ store }: OpenStore, wanted: z.infer<typeof tableProperties>): Promise<void> {
  const { status, body } = await runOperation(store, 'CreateTable', { ...wanted, BillingMode: 'PAY_PER_REQUEST' });
  if (status !== 200) throw new Error(`The table ${wanted.TableName} cannot be made: ${JSON.stringify(body)}`);
}

// dynalite writes ACTIVE a moment after it has answered; a kill in between would leave a table that no one can use.
function activate({ commit }: OpenStore, table: Table): Promise<void> {
  const active: Table = { ...table, TableStatus: 'ACTIVE' };
  const indexes = table.GlobalSecondaryIndexes?.map((each) => ({ ...each, IndexStatus: 'ACTIVE' }));
  if (indexes) active.GlobalSecondaryIndexes = indexes;
  return new Promise((resolve, reject) => {
    commit([{ type: 'put', key: tableKey(table.TableName), value: active }], (error) =>
      error ? reject(error) : resolve(),
    );
  });
}

// Not by dynalite's getTable, which does not see a table that a kill left in CREATING.
function readTable({ store }: OpenStore, tableName: string): Promise<Table | undefined> {
  return store.db.get(tableKey(tableName));
}

function refuseChangedKeys(wanted: z.infer<typeof tableProperties>, existing: Table): void {
  const differs = (left: object, right: object) => JSON.stringify(left) !== JSON.stringify(right);
  const refuse = (what: string): never => {
    throw new StartError(
      `The stored table ${wanted.TableName} ${what}. Start with an empty data folder, or go back to the earlier template.`,
    );
  };
  if (differs(keysOf(wanted.KeySchema), keysOf(existing.KeySchema))) refuse('has other keys than the template');
  const stored = [...(existing.GlobalSecondaryIndexes ?? []), ...(existing.LocalSecondaryIndexes ?? [])];
  for (const each of [...(wanted.GlobalSecondaryIndexes ?? []), ...(wanted.LocalSecondaryIndexes ?? [])]) {
    const found = stored.find((other) => other.IndexName === each.IndexName);
    if (!found) refuse(`lacks the index ${each.IndexName} of the template`);
    else if (differs(keysOf(each.KeySchema), keysOf(found.KeySchema))) {
      refuse(`has other keys in its index ${each.IndexName} than the template`);
    } else if (differs(shownBy(each), shownBy(index.parse(found)))) {
      // As AWS: a projection is never altered, only replaced by a new index.
      refuse(`shows other attributes in its index ${each.IndexName} than the template`);
    }
  }
}

function shownBy({ Projection }: z.infer<typeof index>): string[] {
  return [Projection.ProjectionType, ...(Projection.NonKeyAttributes ?? []).toSorted()];
}

function keysOf(schema: { AttributeName: string; KeyType: string }[]): string[] {
  return schema.map((key) => `${key.KeyType} ${key.AttributeName}`).sort();
}
