import { expect, test } from 'vitest';
import { clientsIn, floorSource } from '../../../bench/bundles/clients.ts';
import { actionOf } from '../../../bench/calls/action.ts';
import { median } from '../../../bench/median.ts';

test('the clients of a bundle are its SDK packages that are clients, each once', () => {
  const paths = [
    'node_modules/@aws-sdk/lib-dynamodb/dist-es/index.js',
    'node_modules/@aws-sdk/client-s3/dist-es/S3Client.js',
    'node_modules/@aws-sdk/client-s3/dist-es/commands/HeadObjectCommand.js',
    'node_modules/@aws-sdk/core/dist-es/index.js',
    'node_modules/@aws-sdk/s3-request-presigner/dist-es/presigner.js',
    'domain/values/dates.ts',
  ];

  expect(clientsIn(paths)).toEqual(['client-s3', 'lib-dynamodb']);
});

test('a floor imports and makes exactly its clients', () => {
  expect(floorSource(['client-s3']).split('\n')).toEqual([
    "import { S3Client } from '@aws-sdk/client-s3';",
    'const clients = [new S3Client({})];',
    'export const handler = async () => clients.length;',
  ]);
});

test('a client that the bench cannot make is refused (malformed)', () => {
  expect(() => floorSource(['client-sqs'])).toThrow('@aws-sdk/client-sqs');
});

test.each([
  ['DynamoDB', 'PutItem', { method: 'POST', url: '/', target: 'DynamoDB_20120810.PutItem', body: '{}' }],
  [
    'Step Functions',
    'StartExecution',
    { method: 'POST', url: '/', target: 'AWSStepFunctions.StartExecution', body: '' },
  ],
  ['SES', 'SendEmail', { method: 'POST', url: '/', target: undefined, body: 'Action=SendEmail&Source=a' }],
  ['S3', 'HeadObject', { method: 'HEAD', url: '/bucket/key', target: undefined, body: '' }],
  ['S3', 'GetObjectTagging', { method: 'GET', url: '/bucket/key?tagging', target: undefined, body: '' }],
])('a request is known as %s %s', (service, action, request) => {
  expect(actionOf(request)).toEqual({ service, action });
});

test('a median is not moved by one slow run', () => {
  expect(median([10, 11, 900, 12, 9])).toBe(11);
  expect(median([10, 20])).toBe(15);
});
