import { DatabaseSync } from 'node:sqlite';
import { DescribeKeyCommand, GenerateMacCommand, KMSClient, VerifyMacCommand } from '@aws-sdk/client-kms';
import { expect, test } from 'vitest';
import { createKms } from '#local/kms/create-kms.ts';
import { clientOf, servingAws } from '#test/contract/serving.ts';

const ARN = 'arn:aws:kms:eu-west-2:000000000000:key/SealKey';
const HMAC = { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' };
const text = (words: string) => new TextEncoder().encode(words);

async function startKms(database = new DatabaseSync(':memory:'), keys: Record<string, object> = { [ARN]: HMAC }) {
  const kms = createKms({ database });
  for (const [arn, properties] of Object.entries(keys)) kms.ensure(arn, properties);
  const client = new KMSClient({ ...clientOf(await servingAws(kms.handle)), maxAttempts: 1 });
  const generate = async (Message: Uint8Array, KeyId = ARN) =>
    (await client.send(new GenerateMacCommand({ KeyId, MacAlgorithm: 'HMAC_SHA_256', Message }))).Mac;
  const verify = (Message: Uint8Array, Mac: Uint8Array | undefined, KeyId = ARN) =>
    client.send(new VerifyMacCommand({ KeyId, MacAlgorithm: 'HMAC_SHA_256', Message, Mac }));
  return { client, generate, verify };
}

test('a MAC of 32 bytes is verified for its own message, by the id of the key as by its ARN', async () => {
  const { generate, verify } = await startKms();
  const mac = await generate(text('heads'), 'SealKey');

  expect(mac).toHaveLength(32);
  expect(await verify(text('heads'), mac)).toMatchObject({ KeyId: ARN, MacValid: true });
});

test('another message, another MAC and the MAC of another key are invalid', async () => {
  const { generate, verify } = await startKms(undefined, { [ARN]: HMAC, Other: HMAC });
  const mac = await generate(text('heads'));
  const wrong: [Uint8Array, Uint8Array | undefined][] = [
    [text('other heads'), mac],
    [text('heads'), text('short')],
    [text('heads'), await generate(text('other heads'))],
  ];

  for (const [message, given] of wrong) {
    await expect(verify(message, given)).rejects.toMatchObject({ name: 'KMSInvalidMacException' });
  }
});

test('a key keeps its material when the server starts again; another data folder has another', async () => {
  const database = new DatabaseSync(':memory:');
  const mac = await (await startKms(database)).generate(text('heads'));

  expect(await (await startKms(database)).generate(text('heads'))).toEqual(mac);
  expect(await (await startKms()).generate(text('heads'))).not.toEqual(mac);
});

test('what AWS refuses is refused by its code', async () => {
  const encryption = 'arn:aws:kms:eu-west-2:000000000000:key/ServiceKey';
  const { client, generate } = await startKms(undefined, { [ARN]: HMAC, [encryption]: {} });
  const sha512 = new GenerateMacCommand({ KeyId: ARN, MacAlgorithm: 'HMAC_SHA_512', Message: text('heads') });

  await expect(generate(text('heads'), 'Unknown')).rejects.toMatchObject({ name: 'NotFoundException' });
  await expect(generate(text('heads'), encryption)).rejects.toMatchObject({ name: 'NotFoundException' });
  await expect(generate(new Uint8Array(4097))).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(client.send(sha512)).rejects.toMatchObject({ name: 'InvalidKeyUsageException' });
  await expect(client.send(new DescribeKeyCommand({ KeyId: ARN }))).rejects.toMatchObject({
    name: 'UnknownOperationException',
  });
});
