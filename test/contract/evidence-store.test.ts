import { DeleteObjectCommand, ListObjectVersionsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { limits } from '#adapters/aws/limits.ts';
import { createMemoryEvidenceStore } from '#adapters/memory/evidence-store.ts';
import { evidenceKey } from '#adapters/s3/evidence-key.ts';
import { createEvidenceStore } from '#adapters/s3/evidence-store.ts';
import type { UploadForm } from '#domain/ports/services.ts';
import { Transient } from '#domain/problems/errors.ts';
import { BUCKET, startS3 } from '#test/local/s3/local-s3.ts';
import { evidenceStoreContract, text } from './evidence-store.contract.ts';
import { clientOf, hangingUp } from './serving.ts';

const tags = { CLEAN: 'NO_THREATS_FOUND', HARMFUL: 'THREATS_FOUND', PENDING: 'UNSUPPORTED' };
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const pdf = 'application/pdf';
const e1 = { evidenceId: 'e1', versionId: undefined, contentType: pdf } as const;
const request = { caller: 'caller-1', evidenceId: 'e1', contentType: pdf };

async function onS3(malwareScan?: 'none') {
  const { client, clock } = await startS3({ scanDelaySeconds: 600 });
  const evidence = createEvidenceStore({ bucket: BUCKET, client, ...(malwareScan && { malwareScan }) });
  const upload = async (
    caller: string,
    evidenceId: string,
    file: { body: Uint8Array; contentType: string; scan?: keyof typeof tags },
  ) => {
    const Tagging = file.scan && `GuardDutyMalwareScanStatus=${tags[file.scan]}`;
    const where = { Bucket: BUCKET, Key: evidenceKey(caller, evidenceId), ...(Tagging && { Tagging }) };
    const { VersionId } = await client.send(
      new PutObjectCommand({ ...where, Body: file.body, ContentType: file.contentType }),
    );
    return VersionId ?? '';
  };
  return { evidence, upload, clock };
}

function post({ url, fields }: UploadForm, body: string, changes: Record<string, string> = {}): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...changes })) form.set(name, value);
  form.set('file', new Blob([body]), 'file');
  return fetch(url, { method: 'POST', body: form, redirect: 'manual' });
}

describe('evidence in memory', () => {
  evidenceStoreContract(async () => {
    const evidence = createMemoryEvidenceStore();
    return { evidence, upload: async (caller, evidenceId, file) => evidence.upload(caller, evidenceId, file) };
  });
});

describe('evidence on S3', () => {
  evidenceStoreContract(onS3);

  it('gives a form that uploads one file of this type, which then is there and waits for its scan', async () => {
    const { evidence, clock } = await onS3();
    const form = await evidence.uploadForm({ ...request, maxBytes: 100, seconds: 300 });
    expect((await post(form, '%PDF-1.7')).status).toBe(204);
    expect(await evidence.isUploaded('caller-1', 'e1')).toBe(true);
    expect(await evidence.inspect('caller-1', 'e1')).toMatchObject({ contentType: pdf, scan: 'PENDING' });
    clock.ahead = 601_000;
    expect((await evidence.inspect('caller-1', 'e1'))?.scan).toBe('CLEAN');
  });

  it('keeps no name of the file: names of files name children, and metadata is not encrypted', async () => {
    const { evidence } = await onS3();
    const named = { ...request, fileName: 'Poppy Testerfield.pdf' };
    const form = await evidence.uploadForm({ ...named, maxBytes: 100, seconds: 300 });
    const policy = Buffer.from(form.fields.Policy ?? '', 'base64').toString();
    expect(policy).toContain('content-length-range');
    for (const name of ['Poppy', 'meta']) expect(JSON.stringify(form.fields) + policy).not.toContain(name);
  });

  it.each([
    ['is too large', 'x'.repeat(101), {}],
    ['is empty', '', {}],
    ['is given another type', '%PDF-1.7', { 'Content-Type': 'text/html' }],
    ['is sent to another key', '%PDF-1.7', { key: 'evidence/other/e1' }],
    ['is given a name to keep', '%PDF-1.7', { 'x-amz-meta-filename': 'Poppy.pdf' }],
  ])('lets the form refuse a file that %s', async (_, body, changes) => {
    const { evidence } = await onS3();
    const form = await evidence.uploadForm({ ...request, maxBytes: 100, seconds: 300 });
    expect((await post(form, body, changes)).status).toBeGreaterThanOrEqual(400);
    expect(await evidence.isUploaded('caller-1', 'e1')).toBe(false);
  });

  it('lets the form refuse a file that is late', async () => {
    const { evidence, clock } = await onS3();
    const form = await evidence.uploadForm({ ...request, maxBytes: 100, seconds: 300 });
    clock.ahead = 301_000;
    expect((await post(form, '%PDF-1.7')).status).toBe(403);
  });

  it('sends the browser back where the form says', async () => {
    const { evidence } = await onS3();
    const form = await evidence.uploadForm({
      ...request,
      maxBytes: 100,
      seconds: 300,
      redirectTo: 'https://example.org/back',
    });
    const answer = await post(form, '%PDF-1.7');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(/^https:\/\/example\.org\/back/);
  });

  it('opens the checked version in the browser under its id, so that no URL names a child', async () => {
    const { evidence, upload } = await onS3();
    const checked = await upload('caller-1', 'e1', { body: text('checked'), contentType: pdf });
    await upload('caller-1', 'e1', { body: text('swapped'), contentType: pdf });
    const answer = await fetch(await evidence.downloadUrl('caller-1', { ...e1, versionId: checked }, 60));
    expect(answer.headers.get('content-disposition')).toBe('inline; filename="e1.pdf"');
    expect(await answer.text()).toBe('checked');
  });

  it('opens a file that came by a form, as bytes of no type, as what it is', async () => {
    const { evidence, upload } = await onS3();
    await upload('caller-1', 'e1', { body: text('photograph'), contentType: 'application/octet-stream' });
    const opened = await fetch(await evidence.downloadUrl('caller-1', { ...e1, contentType: 'image/jpeg' }, 60));
    expect(opened.headers.get('content-type')).toBe('image/jpeg');
    expect(opened.headers.get('content-disposition')).toBe('inline; filename="e1.jpg"');
  });

  it.each([
    ['R-SOGS-page-2', 'image/jpeg', 'inline; filename="R-SOGS-page-2.jpg"'],
    ['R-SOGS', 'application/pdf', 'inline; filename="R-SOGS.pdf"'],
    ['R-CARE-PLAN', docx, 'attachment; filename="R-CARE-PLAN.docx"'],
    ['R"; x="é\n/../b', 'image/png', 'inline; filename="R-x-b.png"'],
  ] as const)('calls it %j and shows what a browser can show: %s', async (name, contentType, disposition) => {
    const { evidence, upload } = await onS3();
    await upload('caller-1', 'e1', { body: text('bytes'), contentType: 'application/octet-stream' });
    const opened = await fetch(await evidence.downloadUrl('caller-1', { ...e1, contentType, name }, 60));
    expect(opened.headers.get('content-disposition')).toBe(disposition);
  });

  it('keeps a file that came to our own address as one that came by the form: bytes, type and scan, no more', async () => {
    const { evidence } = await onS3();
    await evidence.put('caller-1', 'e1', pdf, text('%PDF-1.7 whole'));
    expect(await evidence.inspect('caller-1', 'e1')).toMatchObject({ bytes: 14, contentType: pdf, scan: 'PENDING' });
    const opened = await fetch(await evidence.downloadUrl('caller-1', e1, 60));
    expect(await opened.text()).toBe('%PDF-1.7 whole');
    expect([...opened.headers.keys()].filter((name) => name.startsWith('x-amz-meta'))).toEqual([]);
  });

  it('does not open a file once its URL is late', async () => {
    const { evidence, upload, clock } = await onS3();
    await upload('caller-1', 'e1', { body: text('checked'), contentType: pdf });
    const url = await evidence.downloadUrl('caller-1', e1, 60);
    clock.ahead = 61_000;
    expect((await fetch(url)).status).toBe(403);
  });

  it('counts every file as clean where nothing scans', async () => {
    const { evidence, upload } = await onS3('none');
    await upload('caller-1', 'e1', { body: text('%PDF-1.7'), contentType: pdf });
    expect((await evidence.inspect('caller-1', 'e1'))?.scan).toBe('CLEAN');
  });

  it('forgets a file with more versions than are listed at once, and one that was marked as deleted', async () => {
    const { client } = await startS3({ mostListed: 2 });
    const evidence = createEvidenceStore({ bucket: BUCKET, client });
    const at = { Bucket: BUCKET, Key: evidenceKey('caller-1', 'e1') };
    for (const body of ['1', '2', '3', '4', '5']) await client.send(new PutObjectCommand({ ...at, Body: body }));
    await client.send(new DeleteObjectCommand(at));
    await evidence.forget('caller-1', 'e1');
    const left = await client.send(new ListObjectVersionsCommand({ Bucket: BUCKET }));
    expect([left.Versions, left.DeleteMarkers]).toEqual([undefined, undefined]);
  });

  it('never looks at more than twenty files at the same time, and a failed look lets the next one begin', async () => {
    const { client } = await startS3();
    let [now, most] = [0, 0];
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName !== 'HeadObjectCommand') return next(args);
          now += 1;
          most = Math.max(most, now);
          return next(args).finally(() => {
            now -= 1;
          });
        },
      { step: 'initialize' },
    );
    const elsewhere = createEvidenceStore({ bucket: 'other', client });
    const evidence = createEvidenceStore({ bucket: BUCKET, client });
    const all = Array.from({ length: 70 }, (_, n) => n);
    const failed = await Promise.allSettled(all.map((n) => elsewhere.inspect('caller-1', `e${n}`)));
    expect(failed).toHaveLength(70);
    await Promise.all(all.map((n) => evidence.isUploaded('caller-1', `e${n}`)));
    expect([most, now]).toEqual([20, 0]);
  });

  it('looks at more files than it has sockets, and none is refused as if S3 were down', async () => {
    const { endpoint } = await startS3();
    const client = new S3Client({ ...clientOf(endpoint), ...limits(1) });
    const evidence = createEvidenceStore({ bucket: BUCKET, client });
    await evidence.put('caller-1', 'e1', pdf, new Uint8Array(65_536).fill(7));
    const looked = Array.from({ length: 300 }, () => evidence.inspect('caller-1', 'e1'));
    expect(new Set((await Promise.all(looked)).map((file) => file?.bytes))).toEqual(new Set([65_536]));
  });

  it('is transient when it is out of reach', async () => {
    const client = new S3Client({ ...clientOf((await hangingUp()).endpoint), maxAttempts: 1 });
    const evidence = createEvidenceStore({ bucket: BUCKET, client });
    await expect(evidence.isUploaded('caller-1', 'e1')).rejects.toThrow(Transient);
    await expect(evidence.inspect('caller-1', 'e1')).rejects.toThrow(Transient);
    await expect(evidence.put('caller-1', 'e1', pdf, text('%PDF-1.7'))).rejects.toThrow(Transient);
    await expect(evidence.forget('caller-1', 'e1')).rejects.toThrow(Transient);
  });
});
