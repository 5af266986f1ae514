import { expect, test } from 'vitest';
import * as z from 'zod';
import { multipart, multipartType } from '#test/http/multipart.ts';
import { pages } from '#web/form/pages/all.ts';
import { eha } from '#web/form/pages/before/eha.ts';
import { readFileForm } from '#web/http/file-body.ts';
import { ofType, only, synthesised } from './synthesised.ts';

const MB = 1024 * 1024;
/** Of the event of a function, in which the bytes of a body are base64. Source: AWS Lambda quotas. */
const LAMBDA = 6 * MB;
/** Of a request. Source: quotas of API Gateway for REST APIs. */
const GATEWAY = 10 * MB;
/** The event around a body: headers (API Gateway takes 10,240 bytes of them, and hands them over twice), path and context. */
const AROUND = 64 * 1024;

const resources = synthesised();
const ruleSchema = z.looseObject({ Name: z.string(), Statement: z.unknown() });
const rules = z.array(ruleSchema).parse(only(resources, 'AWS::WAFv2::WebACL').Properties.Rules);
const patterns = [
  ...JSON.stringify(rules.find(({ Name }) => Name === 'FileTooLarge')).matchAll(/"RegexString":("[^"]*")/g),
];
const [path, length] = patterns.map(([, text = '""']) => new RegExp(z.string().parse(JSON.parse(text))));

const whole = (size: number) =>
  multipart([
    { name: 'csrf', value: 'c'.repeat(64) },
    { name: 'file', value: 'f'.repeat(22) },
    { name: 'upload', value: new Uint8Array(size), fileName: 'n'.repeat(255) },
  ]);
const inEvent = (size: number) => Math.ceil(size / 3) * 4 + AROUND;
const read = (body: Uint8Array) =>
  readFileForm({
    ...{ method: 'POST', path: '/', headers: { 'content-type': multipartType }, query: {}, cookies: {}, body },
    ...{ caller: undefined, requestId: 'request-0001' },
  });

test('a file of 4 MB passes the firewall, the gateway and the function on its way to our page', async () => {
  const body = whole(4 * MB);

  expect(length?.test(String(body.length))).toBe(false);
  expect(body.length).toBeLessThan(GATEWAY);
  expect(inEvent(body.length)).toBeLessThan(LAMBDA);
  expect(await read(body)).toHaveProperty('files');
});

test('a file that is a little larger still reaches our page, which says what to do', async () => {
  const body = whole(4 * MB + 100_000);

  expect(length?.test(String(body.length))).toBe(false);
  expect(inEvent(body.length)).toBeLessThan(LAMBDA);
  expect(await read(body)).toMatchObject({ status: 413 });
});

test('nothing that the firewall lets through is more than the function can be handed', () => {
  const refused = [4_500_000, GATEWAY, 25 * MB, 1e9].map((size) => length?.test(String(size)));

  expect(length?.test('4499999')).toBe(false);
  expect(inEvent(4_499_999)).toBeLessThan(LAMBDA);
  expect(refused).toEqual([true, true, true, true]);
});

test('every page of the form that takes a file is one where the firewall lets a larger body through', () => {
  const lists = pages.flatMap((page) =>
    page.kind === 'list' && page.hasFiles ? [`${page.path}/1`, `${page.path}/${page.most}`] : [],
  );
  const addresses = [...lists, eha.path].map((page) => `/live/refer/4Hq_-0123456789abcdefg/${page}/file/here`);

  expect(addresses).toHaveLength(3);
  for (const address of addresses) expect(path?.test(address)).toBe(true);
});

test('a form with a file reaches the function as bytes, and a form of words does not change', () => {
  const { BinaryMediaTypes } = only(resources, 'AWS::ApiGateway::RestApi').Properties;

  expect(BinaryMediaTypes).toEqual([multipartType.split(';')[0]]);
});

test('a page that was shown and not decided on goes after a day, in every version, and nothing else does', () => {
  const buckets = ofType(resources, 'AWS::S3::Bucket').filter(([id]) => id === 'EvidenceBucket');
  const rules = buckets.map(([, { Properties }]) => Properties.LifecycleConfiguration);

  expect(rules).toEqual([
    {
      Rules: [
        { Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } },
        {
          Status: 'Enabled',
          Prefix: 'shown/',
          ExpirationInDays: 1,
          NoncurrentVersionExpiration: { NoncurrentDays: 1 },
        },
      ],
    },
  ]);
});
