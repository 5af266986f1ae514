import { ListObjectVersionsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { createMemoryMailFiles } from '#adapters/memory/mail-files.ts';
import { createMailFiles, mailObjectIn } from '#adapters/s3/mail-files.ts';
import type { MailFiles } from '#domain/ports/mail-stores.ts';
import { mailOf } from '#test/kit/mails.ts';
import { BUCKET, startS3 } from '#test/local/s3/local-s3.ts';

const read = { from: 'ann@clinic.example', name: 'Ann', subject: 'A referral', text: 'Zoë', files: [] };

interface Kept {
  readonly files: MailFiles;
  readonly arrive: (object: string, bytes: Buffer) => Promise<unknown>;
  readonly isEmpty: () => Promise<boolean>;
}

async function onS3(): Promise<Kept> {
  const { client } = await startS3({});
  const arrive = (object: string, Body: Buffer) =>
    client.send(new PutObjectCommand({ Bucket: BUCKET, Key: `mail/in/${object}`, Body }));
  const isEmpty = async () => {
    const { Versions = [], DeleteMarkers = [] } = await client.send(new ListObjectVersionsCommand({ Bucket: BUCKET }));
    return Versions.length + DeleteMarkers.length === 0;
  };
  return { files: createMailFiles({ bucket: BUCKET, client }), arrive, isEmpty };
}

async function inMemory(): Promise<Kept> {
  const files = createMemoryMailFiles();
  const arrive = async (object: string, bytes: Buffer) => files.arrive(object, '2026-09-24T08:00:00.000Z', bytes);
  return { files, arrive, isEmpty: async () => files.names().length === 0 };
}

describe.each([
  ['on S3', onS3],
  ['in memory', inMemory],
])('emails %s', (_where, open) => {
  it('are found with their size, read from their beginning, and missing where they are not', async () => {
    const { files, arrive } = await open();
    const mail = mailOf();
    await arrive('ses1', mail);
    expect(await files.look('ses1')).toMatchObject({ object: 'ses1', bytes: mail.length });
    expect((await files.arrived()).map(({ object }) => object)).toEqual(['ses1']);
    expect(Buffer.from(await files.bytes('ses1', 20)).toString()).toBe(mail.subarray(0, 20).toString());
    expect((await files.bytes('ses1', 0)).length).toBe(0);
    expect(await files.look('ses2')).toBeUndefined();
  });

  it('have beside them what staff read', async () => {
    const { files } = await open();
    expect(await files.readRead('M1')).toBeUndefined();
    await files.keepRead('M1', read);
    expect(await files.readRead('M1')).toEqual(read);
  });

  it('are forgotten with every version, and once more without harm (twice)', async () => {
    const { files, arrive, isEmpty } = await open();
    for (const words of ['one', 'two']) {
      await arrive('ses1', mailOf({ body: words }));
      await files.keepRead('M1', read);
    }
    for (const _time of [1, 2]) {
      await files.forget('ses1', 'M1');
      expect(await isEmpty()).toBe(true);
    }
  });
});

it('only what stands in the folder of emails is one, and the file with which the mail service tries its rights is none', () => {
  expect(mailObjectIn('mail/in/ses1')).toBe('ses1');
  for (const key of ['mail/read/M1.json', 'mail/in/', 'mail/in/a/b', 'mail/in/AMAZON_SES_SETUP_NOTIFICATION'])
    expect(mailObjectIn(key)).toBeUndefined();
});
