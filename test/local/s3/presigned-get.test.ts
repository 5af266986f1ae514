import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { expect, test } from 'vitest';
import { BUCKET, clientOf, MINUTE, startS3 } from './local-s3.ts';

const at = { Bucket: BUCKET, Key: "evidence/EV-1/Zoë's report (1).pdf" };

async function startWithObject() {
  const s3 = await startS3();
  await s3.client.send(new PutObjectCommand({ ...at, Body: 'report', ContentType: 'application/pdf' }));
  return s3;
}

async function codeOf(answer: Response): Promise<string | undefined> {
  return /<Code>(.*)<\/Code>/.exec(await answer.text())?.[1];
}

test('a presigned link opens the object with the name and type that it was signed for', async () => {
  const { client } = await startWithObject();
  const command = new GetObjectCommand({
    ...at,
    ResponseContentDisposition: 'attachment; filename="report.pdf"',
    ResponseContentType: 'application/octet-stream',
  });
  const answer = await fetch(await getSignedUrl(client, command, { expiresIn: 300 }));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="report.pdf"');
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(await answer.text()).toBe('report');
});

test('a presigned link is refused when it is late by the simulated clock', async () => {
  const { client, clock } = await startWithObject();
  const url = await getSignedUrl(client, new GetObjectCommand(at), { expiresIn: 300 });
  clock.ahead = 4 * MINUTE;
  expect((await fetch(url)).status).toBe(200);
  clock.ahead = 6 * MINUTE;
  const late = await fetch(url);
  expect(late.status).toBe(403);
  expect(await late.text()).toContain('<Message>Request has expired</Message>');
});

test('a presigned link from the far future is refused', async () => {
  const { client, clock } = await startWithObject();
  const url = await getSignedUrl(client, new GetObjectCommand(at), { expiresIn: 300 });
  clock.ahead = -60 * MINUTE;
  expect(await codeOf(await fetch(url))).toBe('AccessDenied');
});

test.each([
  ['another key', /EV-1/, 'EV-2'],
  ['a longer life', /Expires=300/, 'Expires=3600'],
  ['a parameter more', /$/, '&versionId=x'],
])('a presigned link that a hostile reader changed to %s is refused', async (_what, from, to) => {
  const { client } = await startWithObject();
  const url = await getSignedUrl(client, new GetObjectCommand(at), { expiresIn: 300 });
  expect(await codeOf(await fetch(url.replace(from, to)))).toBe('SignatureDoesNotMatch');
});

test('a presigned link of another secret is refused, and one without a date is malformed', async () => {
  const { endpoint, client } = await startWithObject();
  const stranger = await getSignedUrl(clientOf(endpoint, 'guess'), new GetObjectCommand(at), { expiresIn: 300 });
  expect(await codeOf(await fetch(stranger))).toBe('SignatureDoesNotMatch');
  const url = new URL(await getSignedUrl(client, new GetObjectCommand(at), { expiresIn: 300 }));
  url.searchParams.delete('X-Amz-Date');
  expect(await codeOf(await fetch(url))).toBe('AuthorizationQueryParametersError');
});

test('a link that was signed for reading does not write', async () => {
  const { client } = await startWithObject();
  const url = await getSignedUrl(client, new GetObjectCommand(at), { expiresIn: 300 });
  expect(await codeOf(await fetch(url, { method: 'PUT', body: 'other' }))).toBe('SignatureDoesNotMatch');
});
