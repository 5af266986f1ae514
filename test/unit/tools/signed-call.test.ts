import { SignatureV4 } from '@smithy/signature-v4';
import { expect, test } from 'vitest';
import { Sha256 } from '#tools/deploy/signed-call.ts';

test('a call is signed as the example in the guide of AWS on Signature Version 4', async () => {
  const signer = new SignatureV4({
    service: 'iam',
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' },
    sha256: Sha256,
    applyChecksum: false,
  });
  const headers = { host: 'iam.amazonaws.com', 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  const signed = await signer.sign(
    {
      method: 'GET',
      protocol: 'https:',
      hostname: 'iam.amazonaws.com',
      path: '/',
      query: { Action: 'ListUsers', Version: '2010-05-08' },
      headers,
    },
    { signingDate: new Date('2015-08-30T12:36:00Z') },
  );

  expect(signed.headers.authorization).toMatch(
    /Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7$/,
  );
});

test('a text and its bytes, whole or in part of a buffer, have the same hash, and begin again after a reset', async () => {
  const wide = new TextEncoder().encode('--abc--');
  const hashes = await Promise.all(
    ['abc', wide.subarray(2, 5), wide.slice(2, 5).buffer].map((data) => {
      const hash = new Sha256();
      hash.update('thrown away');
      hash.reset();
      hash.update(data);
      return hash.digest();
    }),
  );

  for (const hash of hashes) expect(Buffer.from(hash).toString('hex')).toMatch(/^ba7816bf8f01cfea/);
});
