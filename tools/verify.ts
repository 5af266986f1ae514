import { parseArgs } from 'node:util';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { createDynamoStores } from '#adapters/records/dynamodb/stores.ts';
import { verifyHistories } from './verify/histories.ts';
import { referencesIn } from './verify/references.ts';

const usage = 'Usage: npm run --silent verify -- TABLE [--region eu-west-2]';

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { region: { type: 'string' } }, allowPositionals: true });
  const [tableName, ...more] = positionals;
  if (tableName === undefined || more.length > 0) throw new Error(`Name one table. ${usage}`);
  const client = dynamoClient(values.region === undefined ? {} : { region: values.region });
  const { cases } = createDynamoStores({ tableName, client });
  const found = await verifyHistories(cases, referencesIn(client, tableName));
  for (const line of found.broken) process.stdout.write(`${line}\n`);
  process.stdout.write(`${found.cases} cases read, ${found.broken.length} with a broken history.\n`);
  return found.broken.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
