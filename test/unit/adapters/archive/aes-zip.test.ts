import { expect, test } from 'vitest';
import { aesZip } from '#adapters/archive/aes-zip.ts';
import { openZip } from '#test/kit/open-zip.ts';

const PASSPHRASE = 'Correct-Horse-Battery-Staple';
/** Made by 7-Zip 26.01: 7z a -tzip -mem=AES256 -pCorrect-Horse-Battery-Staple pack.zip pack.html */
const BY_7_ZIP =
  'UEsDBDMAAQBjACIYgV0AAAAAWQAAAE0AAAAJAAsAcGFjay5odG1sAZkHAAIAQUUDCAClOXaGCYAYMU8nE2oBNDmbwySL4m2usROe' +
  'JPwb6TIpgMMSbjwr3DHlkjnxZfZgFuwd1gf6Rz/sqJYbR1QFQ3AqZCIxGmdhWYGjwwKkrWwOeegeMytvJDYYiVBLAQI/AzMAAQBj' +
  'ACIYgV0AAAAAWQAAAE0AAAAJAC8AAAAAAAAAIICkgQAAAABwYWNrLmh0bWwKACAAAAAAAAEAGACffDQzQIHdAQAAAAAAAAAAAAAA' +
  'AAAAAAABmQcAAgBBRQMIAFBLBQYAAAAAAQABAGYAAACLAAAAAAA=';
const file = {
  name: 'downtime-pack-2026-11-30.html',
  text: '<p>Ada ü</p>\n'.repeat(2000),
  at: '2026-11-30T17:00:00.000Z',
};

test('the reader of these tests opens what 7-Zip made, so it knows the format', () => {
  expect(openZip(Buffer.from(BY_7_ZIP, 'base64'), PASSPHRASE)).toEqual({
    name: 'pack.html',
    text: 'Visits of Tuesday, with an umlaut: ü. Visits of Tuesday. Visits of Tuesday.\n',
  });
});

test('a file comes back whole with its passphrase', async () => {
  const { name, text } = file;

  expect(openZip(await aesZip(file, PASSPHRASE), PASSPHRASE)).toEqual({ name, text });
});

test('with another passphrase it does not open', async () => {
  const archive = await aesZip(file, PASSPHRASE);

  expect(() => openZip(archive, 'Correct-Horse-Battery-Stable')).toThrow('The passphrase is wrong.');
});

test('a changed byte is noticed', async () => {
  const archive = await aesZip(file, PASSPHRASE);
  archive.set([(archive[100] ?? 0) ^ 1], 100);

  expect(() => openZip(archive, PASSPHRASE)).toThrow('The archive was changed.');
});

test('two archives of one file have nothing in common that says so', async () => {
  const [one, other] = [await aesZip(file, PASSPHRASE), await aesZip(file, PASSPHRASE)];

  expect(Buffer.from(one).subarray(70).equals(Buffer.from(other).subarray(70))).toBe(false);
});

test('an archive says when it was written, by the clock of London', async () => {
  const archive = Buffer.from(await aesZip({ ...file, at: '2026-07-01T17:30:00.000Z' }, PASSPHRASE));
  const [time, date] = [archive.readUInt16LE(10), archive.readUInt16LE(12)];

  expect([(date >> 9) + 1980, (date >> 5) & 15, date & 31, time >> 11, (time >> 5) & 63]).toEqual([2026, 7, 1, 18, 30]);
});
