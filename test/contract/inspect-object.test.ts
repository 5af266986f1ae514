import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { evidenceKey } from '#adapters/s3/evidence-key.ts';
import { createEvidenceStore } from '#adapters/s3/evidence-store.ts';
import { BUCKET, startS3 } from '#test/local/s3/local-s3.ts';

const at = { Bucket: BUCKET, Key: evidenceKey('caller-1', 'e1') };
const CLEAN = 'GuardDutyMalwareScanStatus=NO_THREATS_FOUND';
const HARMFUL = 'GuardDutyMalwareScanStatus=THREATS_FOUND';

/** A store over S3, with a note of each request as it goes out and is answered. */
async function watched() {
  const { client } = await startS3();
  const calls: string[] = [];
  const wait = new Map<string, () => Promise<unknown>>();
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const name = commandName.replace('Command', '');
        calls.push(`${name} goes out`);
        await wait.get(name)?.();
        const answer = await next(args);
        calls.push(`${name} is answered`);
        return answer;
      },
    { step: 'initialize' },
  );
  return { client, calls, wait, evidence: createEvidenceStore({ bucket: BUCKET, client }) };
}

async function put(client: S3Client, body: string, Tagging?: string): Promise<string> {
  const { VersionId = '' } = await client.send(
    new PutObjectCommand({ ...at, Body: Buffer.from(body), ...(Tagging && { Tagging }) }),
  );
  return VersionId;
}

/** Waits until a request of this name has been answered. */
async function answered(calls: readonly string[], name: string): Promise<void> {
  while (!calls.includes(`${name} is answered`)) await new Promise((resolve) => setImmediate(resolve));
}

describe('a look at a file', () => {
  it('asks for the bytes and for the tags at the same time, and for nothing else', async () => {
    const { client, calls, evidence } = await watched();
    await put(client, 'report', CLEAN);
    calls.length = 0;
    expect(await evidence.inspect('caller-1', 'e1')).toMatchObject({ bytes: 6, scan: 'CLEAN' });
    expect(calls.slice(0, 2)).toEqual(['GetObject goes out', 'GetObjectTagging goes out']);
    expect(calls).toHaveLength(4);
  });

  it('asks once more only where the file is empty', async () => {
    const { client, calls, evidence } = await watched();
    await put(client, '');
    calls.length = 0;
    expect(await evidence.inspect('caller-1', 'e1')).toMatchObject({ bytes: 0 });
    expect(calls.filter((call) => call.endsWith('goes out'))).toEqual([
      'GetObject goes out',
      'GetObjectTagging goes out',
      'HeadObject goes out',
    ]);
  });

  it('never judges harmful bytes by the tag of the clean version they were put over (hostile)', async () => {
    const { client, calls, wait, evidence } = await watched();
    await put(client, 'clean', CLEAN);
    calls.length = 0;
    wait.set('GetObject', async () => {
      await answered(calls, 'GetObjectTagging');
      await put(client, 'harmful', HARMFUL);
    });
    expect(await evidence.inspect('caller-1', 'e1')).toMatchObject({ bytes: 7, scan: 'HARMFUL' });
  });

  it('tells of the version whose bytes it read, when another is put over it before its tags are read', async () => {
    const { client, calls, wait, evidence } = await watched();
    const first = await put(client, 'harmful', HARMFUL);
    calls.length = 0;
    wait.set('GetObjectTagging', async () => {
      wait.clear();
      await answered(calls, 'GetObject');
      await put(client, 'clean', CLEAN);
    });
    const found = await evidence.inspect('caller-1', 'e1');
    expect(found).toMatchObject({ bytes: 7, versionId: first, scan: 'HARMFUL' });
  });

  it('finds a file that came while it looked, with the tags of that file (late)', async () => {
    const { client, calls, wait, evidence } = await watched();
    wait.set('GetObject', async () => {
      wait.clear();
      while (calls.length < 2) await new Promise((resolve) => setImmediate(resolve));
      await put(client, 'report', CLEAN);
    });
    expect(await evidence.inspect('caller-1', 'e1')).toMatchObject({ bytes: 6, scan: 'CLEAN' });
  });

  it('tells the bytes of a file that was put over an empty one while it looked (late)', async () => {
    const { client, wait, evidence } = await watched();
    await put(client, '');
    wait.set('HeadObject', async () => {
      await put(client, 'report', HARMFUL);
    });
    const found = await evidence.inspect('caller-1', 'e1');
    expect(found).toMatchObject({ bytes: 6, scan: 'HARMFUL' });
    expect(new TextDecoder().decode(found?.head)).toBe('report');
  });
});
