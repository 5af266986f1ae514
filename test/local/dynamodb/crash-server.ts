// A process of its own for the crash test: serves the folder named by its argument until it is killed. `held`: as while time is moved.
import { startDynamoDb } from '#local/dynamodb/start-dynamodb.ts';
import { CASE_TABLE } from './case-table.ts';

const server = await startDynamoDb({ folder: process.argv[2], now: () => Date.now() });
await server.ensureTable(CASE_TABLE);
if (process.argv[3] === 'held') server.syncs.hold();
process.stdout.write(`${server.endpoint}\n`);
