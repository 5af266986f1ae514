// A process of its own for the crash test: serves the folder named by its argument until it is killed.
import { startDynamoDb } from '#local/dynamodb/start-dynamodb.ts';
import { CASE_TABLE } from './case-table.ts';

const server = await startDynamoDb({ folder: process.argv[2], now: () => Date.now() });
await server.ensureTable(CASE_TABLE);
process.stdout.write(`${server.endpoint}\n`);
