import {
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  type ListObjectVersionsCommandOutput,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { readMailSchema } from '#domain/mail/read-mail.ts';
import type { ArrivedMail, MailFiles } from '#domain/ports/mail-stores.ts';
import { ask } from '../aws/ask.ts';
import { limits } from '../aws/limits.ts';
import { forgetObject } from './forget-object.ts';
import { uploadForm } from './upload-form.ts';

/** Where the mail service puts emails. */
const ARRIVED = 'mail/in/';
/** What staff read of each. */
const READ = 'mail/read/';

const NAME = /^[\w.-]{1,128}$/;
const missing = { NoSuchKey: undefined, NotFound: undefined };

/** Emails in the bucket of evidence, under folders of their own. */
export function createMailFiles(settings: { bucket: string; client?: S3Client }): MailFiles {
  const { bucket: Bucket, client = s3Client() } = settings;
  const readKey = (id: string) => `${READ}${named(id)}.json`;
  /** By the list of versions, which is the only right to look that this needs. */
  const found = async (Prefix: string) => {
    const emails: ArrivedMail[] = [];
    let from: ListObjectVersionsCommandInput | undefined = { Bucket, Prefix };
    while (from !== undefined) {
      const page = await listed(client, from);
      for (const { Key = '', LastModified, Size, IsLatest } of page.Versions ?? []) {
        const object = mailObjectIn(Key);
        if (object !== undefined && IsLatest) emails.push(arrivedMail(object, LastModified, Size));
      }
      const next = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
      from = page.IsTruncated ? { Bucket, Prefix, ...next } : undefined;
    }
    return emails;
  };
  return {
    arrived: () => found(ARRIVED),
    look: async (object) => (await found(ARRIVED + named(object))).find((one) => one.object === object),
    bytes: async (object, most) => {
      // S3 refuses a range of an object without bytes.
      if (most === 0) return new Uint8Array();
      const request = new GetObjectCommand({ Bucket, Key: ARRIVED + named(object), Range: `bytes=0-${most - 1}` });
      const { Body } = await ask('S3', () => client.send(request));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    },
    keepRead: async (id, read) => {
      const object = { Bucket, Key: readKey(id), ContentType: 'application/json', Body: JSON.stringify(read) };
      await ask('S3', () => client.send(new PutObjectCommand(object)));
    },
    readRead: async (id) => {
      const request = new GetObjectCommand({ Bucket, Key: readKey(id) });
      const found = await ask('S3', () => client.send(request), missing);
      const text = await found?.Body?.transformToString();
      return text === undefined ? undefined : readMailSchema.parse(JSON.parse(text));
    },
    forget: async (object, id) => {
      await forgetObject(client, Bucket, readKey(id));
      await forgetObject(client, Bucket, ARRIVED + named(object));
    },
    uploadForm: ({ object, ...wanted }) =>
      uploadForm(client, Bucket, ARRIVED + named(object), { ...wanted, contentType: 'application/octet-stream' }),
  };
}

/** The name of the email at a key of the bucket; undefined for every other object, such as the file with which SES tries its rights. */
export function mailObjectIn(key: string): string | undefined {
  const object = key.startsWith(ARRIVED) ? key.slice(ARRIVED.length) : '';
  return NAME.test(object) && object !== 'AMAZON_SES_SETUP_NOTIFICATION' ? object : undefined;
}

function listed(client: S3Client, input: ListObjectVersionsCommandInput): Promise<ListObjectVersionsCommandOutput> {
  return ask('S3', () => client.send(new ListObjectVersionsCommand(input)));
}

function arrivedMail(object: string, at: Date | undefined, bytes = 0): ArrivedMail {
  return { object, at: (at ?? new Date(0)).toISOString(), bytes };
}

function named(name: string): string {
  if (!NAME.test(name)) throw new Error('No email has a name like this one.');
  return name;
}

function s3Client(): S3Client {
  return new S3Client({ ...limits(3), responseChecksumValidation: 'WHEN_REQUIRED' });
}
