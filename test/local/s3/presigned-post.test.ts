import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { expect, test } from 'vitest';
import { BUCKET, clientOf, MINUTE, startS3 } from './local-s3.ts';

const Key = 'evidence/EV-1';
const SIZE = ['content-length-range', 1, 10_000] as const;
const TYPE = { 'Content-Type': 'application/pdf' };

async function startWithPost(options: Partial<PresignedPostOptions> = {}) {
  const s3 = await startS3();
  const presigned = await createPresignedPost(s3.client, {
    Bucket: BUCKET,
    Key,
    Conditions: [[...SIZE]],
    Fields: TYPE,
    Expires: 300,
    ...options,
  });
  return { ...s3, ...presigned };
}

function upload(url: string, fields: Record<string, string>, content: string | Buffer = '%PDF-1.7'): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), 'report.pdf');
  return fetch(url, { method: 'POST', body: form, redirect: 'manual' });
}

async function refusalOf(answer: Response): Promise<string> {
  const xml = await answer.text();
  const [, code = '', message = ''] = /<Code>(.*)<\/Code><Message>(.*)<\/Message>/.exec(xml) ?? [];
  return `${answer.status} ${code}: ${message}`;
}

test('a form that keeps its policy is stored byte for byte under its key and type', async () => {
  const { client, url, fields } = await startWithPost();
  const bytes = Buffer.from([0, 13, 10, 45, 45, 255, 254, 13, 10]);
  const answer = await upload(url, fields, bytes);
  expect(answer.status).toBe(204);
  const found = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
  expect(Buffer.from((await found.Body?.transformToByteArray()) ?? [])).toEqual(bytes);
  expect(found.ContentType).toBe('application/pdf');
  expect(answer.headers.get('x-amz-version-id')).toBe(found.VersionId);
});

test('an empty file and a file over the size of the policy are refused and not stored', async () => {
  const { client, url, fields } = await startWithPost();
  expect(await refusalOf(await upload(url, fields, ''))).toContain('400 EntityTooSmall: ');
  expect(await refusalOf(await upload(url, fields, 'x'.repeat(10_001)))).toContain('400 EntityTooLarge: ');
  expect((await upload(url, fields, 'x'.repeat(10_000))).status).toBe(204);
  const { ContentLength } = await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key }));
  expect(ContentLength).toBe(10_000);
});

test('a body of more than 26 MB is refused', async () => {
  const { url, fields } = await startWithPost();
  expect(await refusalOf(await upload(url, fields, Buffer.alloc(27 * 1024 * 1024)))).toContain('400 EntityTooLarge: ');
});

test.each([
  ['another key', { key: 'evidence/EV-2' }, 'Policy Condition failed'],
  ['another type', { 'Content-Type': 'text/html' }, 'Policy Condition failed'],
  ['a field that the policy does not name', { 'x-amz-meta-by': 'me' }, 'Extra input fields: x-amz-meta-by'],
  [
    'a redirect that the policy does not name',
    { success_action_redirect: 'https://example.org' },
    'Extra input fields',
  ],
])('a form that a hostile sender changed to %s is refused', async (_what, change, message) => {
  const { url, fields } = await startWithPost();
  const refusal = await refusalOf(await upload(url, { ...fields, ...change }));
  expect(refusal).toContain(`403 AccessDenied: Invalid according to Policy: ${message}`);
});

test('a form for another bucket than its policy names is refused', async () => {
  const { endpoint, fields } = await startS3({ buckets: [BUCKET, 'other'] }).then(async (s3) => ({
    ...s3,
    ...(await createPresignedPost(s3.client, { Bucket: BUCKET, Key, Expires: 300 })),
  }));
  expect(await refusalOf(await upload(`${endpoint}/other`, fields))).toContain('403 AccessDenied: ');
});

test('a form that is late by the simulated clock is refused', async () => {
  const { clock, url, fields } = await startWithPost();
  clock.ahead = 6 * MINUTE;
  expect(await refusalOf(await upload(url, fields))).toContain(
    '403 AccessDenied: Invalid according to Policy: Policy expired',
  );
});

test('a policy that was changed, or signed by a stranger, is refused', async () => {
  const { endpoint, url, fields } = await startWithPost();
  const policy = JSON.parse(Buffer.from(String(fields.Policy), 'base64').toString());
  const longer = { ...policy, expiration: '2036-01-01T00:00:00Z' };
  const Policy = Buffer.from(JSON.stringify(longer)).toString('base64');
  expect(await refusalOf(await upload(url, { ...fields, Policy }))).toContain('403 SignatureDoesNotMatch: ');
  const stranger = await createPresignedPost(clientOf(endpoint, 'guess'), { Bucket: BUCKET, Key, Expires: 300 });
  expect(await refusalOf(await upload(url, stranger.fields))).toContain('403 SignatureDoesNotMatch: ');
});

test('a form without a policy, without a file, and a malformed one are refused', async () => {
  const { url, fields } = await startWithPost();
  expect(await refusalOf(await upload(url, { key: Key }))).toContain('403 AccessDenied: ');
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  expect(await refusalOf(await fetch(url, { method: 'POST', body: form }))).toContain('400 InvalidArgument: ');
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const half = await fetch(url, { method: 'POST', body: '--x\r\nContent-Disp', headers });
  expect(await refusalOf(half)).toContain('400 MalformedPOSTRequest: ');
});

test('a key that starts as the policy says is taken, with the name of the file put in', async () => {
  const { client, url, fields } = await startWithPost({ Key: `evidence/EV-1/\${filename}` });
  expect((await upload(url, fields)).status).toBe(204);
  await expect(
    client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'evidence/EV-1/report.pdf' })),
  ).resolves.toBeDefined();
  expect(await refusalOf(await upload(url, { ...fields, key: 'letters/1' }))).toContain('403 AccessDenied: ');
});

test('the answer is a redirect or XML when the policy asks for it', async () => {
  const redirecting = await startWithPost({
    Fields: { ...TYPE, success_action_redirect: 'https://example.org/up?n=1' },
  });
  const answer = await upload(redirecting.url, redirecting.fields);
  expect(answer.status).toBe(303);
  const location = new URL(String(answer.headers.get('location')));
  expect(Object.fromEntries(location.searchParams)).toMatchObject({ n: '1', bucket: BUCKET, key: Key });
  const telling = await startWithPost({ Fields: { ...TYPE, success_action_status: '201' } });
  const created = await upload(telling.url, telling.fields);
  expect([created.status, await created.text()]).toEqual([201, expect.stringContaining(`<Key>${Key}</Key>`)]);
});
