import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { leanSchemas, withoutRegionNames } from '#lib/bundle/lean-packages.ts';
import { bundled } from './bundled.ts';

const json = (type: string) => ({ status: 400, body: JSON.stringify({ __type: type, message: 'why' }) });
const xml = (status: number, body: string) => ({ status, body: `<?xml version="1.0" encoding="UTF-8"?>${body}` });

/** How each service of AWS says no, in its own protocol, by what is asked of it. */
const REFUSALS: Record<string, { status: number; body: string }> = {
  PutItem: json('com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException'),
  StartExecution: json('com.amazonaws.states#ExecutionAlreadyExists'),
  SendRawEmail: xml(
    400,
    '<ErrorResponse><Error><Type>Sender</Type><Code>MessageRejected</Code></Error></ErrorResponse>',
  ),
  GetObject: xml(404, '<Error><Code>NoSuchKey</Code><Message>why</Message></Error>'),
  HeadObject: { status: 404, body: '' },
};

/** Asks each service once and gives the name and the status of what it throws. */
const SOURCE = `
  import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
  import { GetObjectCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
  import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
  import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';

  export async function refused(endpoint) {
    const credentials = { accessKeyId: 'id', secretAccessKey: 'secret' };
    const made = { endpoint, region: 'eu-west-2', credentials, maxAttempts: 1, forcePathStyle: true };
    const object = { Bucket: 'evidence', Key: 'file' };
    const asked = {
      PutItem: () => new DynamoDBClient(made).send(new PutItemCommand({ TableName: 'records', Item: {} })),
      StartExecution: () => new SFNClient(made).send(new StartExecutionCommand({ stateMachineArn: 'arn' })),
      SendRawEmail: () => new SESClient(made).send(new SendRawEmailCommand({ RawMessage: { Data: new Uint8Array() } })),
      GetObject: () => new S3Client(made).send(new GetObjectCommand(object)),
      HeadObject: () => new S3Client(made).send(new HeadObjectCommand(object)),
    };
    const told = Object.entries(asked).map(async ([name, ask]) => {
      const error = await ask().then(() => ({}), (thrown) => thrown);
      return [name, [error.name, error.$metadata?.httpStatusCode]];
    });
    return Object.fromEntries(await Promise.all(told));
  }
`;

const server = createServer((request, response) => {
  let sent = '';
  request.on('data', (chunk) => {
    sent += chunk;
  });
  request.on('end', () => {
    const target = String(request.headers['x-amz-target'] ?? '')
      .split('.')
      .at(-1);
    const s3 = request.method === 'HEAD' ? 'HeadObject' : 'GetObject';
    const action = target || (/Action=(\w+)/.exec(sent)?.[1] ?? s3);
    const { status = 500, body = '' } = REFUSALS[action] ?? {};
    response.writeHead(status).end(body);
  });
});

let endpoint = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => void server.close());

describe('a client of AWS in a bundle', () => {
  test('throws each refusal under the name that the service gave it, with its status', async () => {
    const { refused } = await bundled(SOURCE);
    const ask = z.function({ input: [z.string()], output: z.promise(z.unknown()) }).parse(refused);

    expect(await ask(endpoint)).toEqual({
      PutItem: ['ConditionalCheckFailedException', 400],
      StartExecution: ['ExecutionAlreadyExists', 400],
      SendRawEmail: ['MessageRejected', 400],
      GetObject: ['NoSuchKey', 404],
      HeadObject: ['NotFound', 404],
    });
  });
});

describe('the schemas of a client', () => {
  test('have their keys written out, and every other use of a name left', () => {
    const source =
      'const _h = "http";\nexport var Get$ = [9, _h, { [_h]: ["GET", 200] }, [_other], { [_unknown]: 1 }];';

    expect(leanSchemas(source)).toContain('[9, _h, { "http": ["GET", 200] }, [_other], { [_unknown]: 1 }];');
  });

  test('register the error of the service and no other', () => {
    const source = '_s_registry.registerError(Any$, Any);\nn0_registry.registerError(Gone$, Gone);\n';

    expect(leanSchemas(source)).toBe('_s_registry.registerError(Any$, Any);\n\n');
  });
});

describe('the partitions of AWS', () => {
  const core = createRequire(import.meta.url).resolve('@aws-sdk/core/package.json');
  const file = new URL('dist-es/submodules/client/util-endpoints/lib/aws/partitions.js', `file://${core}`);
  const source = readFileSync(file, 'utf8');
  const schema = z.array(
    z.object({
      id: z.string(),
      regionRegex: z.string(),
      outputs: z.unknown(),
      regions: z.record(z.string(), z.unknown()),
    }),
  );
  const partitionsIn = (text: string) =>
    schema.parse(JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)).partitions);
  const whole = partitionsIn(source);
  const regions = whole.flatMap(({ id, regions: named }) => Object.keys(named).map((region) => [region, id] as const));

  test.each(regions.filter(([region]) => !region.endsWith('-global')))(
    'have %s in the same one without its name',
    (region, id) => {
      const lean = partitionsIn(withoutRegionNames(source));
      expect(lean.find(({ regionRegex }) => new RegExp(regionRegex).test(region))?.id).toBe(id);
    },
  );

  test('lose nothing else', () => {
    const lean = partitionsIn(withoutRegionNames(source));
    expect(lean).toEqual(whole.map((one) => ({ ...one, regions: {} })));
    expect(regions.length).toBeGreaterThan(30);
  });
});
