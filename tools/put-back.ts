import { parseArgs } from 'node:util';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { putBack } from './put-back/put-back.ts';
import { tableOf } from './put-back/table.ts';

const USAGE =
  'Usage: npm run --silent put-back -- RESTORED_TABLE LIVE_TABLE [--without REFERENCE,REFERENCE] [--write] [--region eu-west-2]';

try {
  const { values, positionals } = parseArgs({
    options: { without: { type: 'string' }, write: { type: 'boolean' }, region: { type: 'string' } },
    allowPositionals: true,
  });
  const [from, to, ...more] = positionals;
  if (from === undefined || to === undefined || more.length > 0 || from === to) throw new Error(USAGE);
  const client = dynamoClient(values.region === undefined ? {} : { region: values.region });
  const found = await putBack({
    from: tableOf(client, from),
    to: tableOf(client, to),
    without: new Set((values.without ?? '').split(',').filter((reference) => reference !== '')),
    write: values.write === true,
  });
  for (const line of found) process.stdout.write(`${line}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
