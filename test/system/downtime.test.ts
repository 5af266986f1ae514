import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RUN_KEY } from '#local/iam/access-key.ts';
import { type Instance, startInstance } from '#local/instance.ts';
import { parseInstant } from '#local/london.ts';
import { openZip } from '#test/kit/open-zip.ts';
import { addMeeting } from './add-meeting.ts';
import { anotherChild, inTriage } from './api.ts';
import type { Service } from './service.ts';
import { until } from './until.ts';
import { move } from './window.ts';

const data = mkdtempSync(join(tmpdir(), 'small-steps-downtime-'));
let instance: Instance;
let at: Service;

beforeAll(async () => {
  instance = await startInstance({ port: 0, data, now: parseInstant('2026-09-24T09:00'), cold: true });
  const { url } = instance;
  at = { url, root: new URL(url).origin, data, logged: () => '', kill: instance.stop };
});
afterAll(async () => {
  await instance.stop();
  rmSync(data, { recursive: true, force: true });
});

const client = () => ({ region: 'eu-west-2', credentials: RUN_KEY, endpoint: instance.endpoints.other });

/** What someone outside does: reads the passphrase once, fetches the archive of a day, and opens it. */
async function openedOf(day: string) {
  const s3 = new S3Client({ ...client(), forcePathStyle: true });
  const SecretId = 'arn:aws:secretsmanager:eu-west-2:000000000000:secret:PackPassphraseSecret';
  const { SecretString = '' } = await new SecretsManagerClient(client()).send(new GetSecretValueCommand({ SecretId }));
  const object = new GetObjectCommand({ Bucket: 'packsbucket', Key: `packs/downtime-pack-${day}.zip` });
  return until(`the pack of ${day} was written`, async () => {
    const found = await s3.send(object).catch(() => undefined);
    const archive = await found?.Body?.transformToByteArray();
    return archive && openZip(archive, SecretString);
  });
}

test('at the end of the day before a meeting there is an archive outside the records, with the agenda', async () => {
  await addMeeting(at, '2026-10-01');
  const child = anotherChild();
  const reference = await inTriage(at, child);
  await move(at, { at: '2026-09-30T18:05' });
  const { name, text } = await openedOf('2026-09-30');

  expect(name).toBe('downtime-pack-2026-09-30.html');
  for (const said of [reference, child.child.lastName]) expect(text).toContain(said);
});
