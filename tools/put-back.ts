import { parseArgs } from 'node:util';
import { S3Client } from '@aws-sdk/client-s3';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { createErasedList } from '#adapters/s3/erased-list.ts';
import { putBack } from './put-back/put-back.ts';
import { tableOf } from './put-back/table.ts';

const USAGE =
  'Usage: npm run --silent put-back -- RESTORED_TABLE LIVE_TABLE [--seals BUCKET] [--without REFERENCE,REFERENCE] [--write] [--region eu-west-2]';

/** Every reference on the list of what was erased, beside the seals. */
async function erasedIn(bucket: string, region: string | undefined): Promise<readonly string[]> {
  const client = region === undefined ? new S3Client() : new S3Client({ region });
  return (await createErasedList({ bucket, client }).entries()).map(({ reference }) => reference);
}

try {
  const { values, positionals } = parseArgs({
    options: {
      without: { type: 'string' },
      seals: { type: 'string' },
      write: { type: 'boolean' },
      region: { type: 'string' },
    },
    allowPositionals: true,
  });
  const [from, to, ...more] = positionals;
  if (from === undefined || to === undefined || more.length > 0 || from === to) throw new Error(USAGE);
  const client = dynamoClient(values.region === undefined ? {} : { region: values.region });
  const named = (values.without ?? '').split(',').filter((reference) => reference !== '');
  const erased = values.seals === undefined ? [] : await erasedIn(values.seals, values.region);
  const found = await putBack({
    from: tableOf(client, from),
    to: tableOf(client, to),
    without: new Set([...named, ...erased]),
    write: values.write === true,
  });
  for (const line of found) process.stdout.write(`${line}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
