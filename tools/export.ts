import { parseArgs } from 'node:util';
import { S3Client } from '@aws-sdk/client-s3';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { exportAll } from './export/export.ts';
import { bucketOf } from './export/files.ts';
import { tableOf } from './put-back/table.ts';

const USAGE =
  'Usage: npm run --silent export -- TABLE BUCKET FOLDER [--region eu-west-2]. The folder must be new or empty.';

try {
  const { values, positionals } = parseArgs({ options: { region: { type: 'string' } }, allowPositionals: true });
  const [table, bucket, folder, ...more] = positionals;
  if (table === undefined || bucket === undefined || folder === undefined || more.length > 0) throw new Error(USAGE);
  const where = values.region === undefined ? {} : { region: values.region };
  const from = { records: tableOf(dynamoClient(where), table), files: bucketOf(new S3Client(where), bucket) };
  for (const line of await exportAll(from, folder)) process.stdout.write(`${line}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
