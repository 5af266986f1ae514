import * as z from 'zod';
import type { Resolver } from '../assembly/resolve.ts';
import { IamError } from './iam-error.ts';

const table = z.object({ KMSMasterKeyId: z.string().optional() }).optional();
const bucket = z
  .object({
    ServerSideEncryptionConfiguration: z
      .array(
        z.object({ ServerSideEncryptionByDefault: z.object({ KMSMasterKeyID: z.string().optional() }).optional() }),
      )
      .max(1),
  })
  .optional();
const secret = z.string().optional();

/** The key that encrypts a table, a bucket or a secret; undefined where it is AWS's, for which no one needs a right. */
export function keyOf(property: Resolver, id: string, type: string): string | undefined {
  const key = nameOfKey(property, id, type);
  if (key === undefined || key.startsWith('arn:aws:kms:')) return key;
  throw new IamError(`${id}: it is encrypted with ${key}, no key of the stack`);
}

function nameOfKey(property: Resolver, id: string, type: string): string | undefined {
  if (type === 'AWS::DynamoDB::Table') return table.parse(property(id, 'SSESpecification'))?.KMSMasterKeyId;
  if (type === 'AWS::SecretsManager::Secret') return secret.parse(property(id, 'KmsKeyId'));
  if (type !== 'AWS::S3::Bucket') return undefined;
  const rules = bucket.parse(property(id, 'BucketEncryption'))?.ServerSideEncryptionConfiguration;
  return rules?.[0]?.ServerSideEncryptionByDefault?.KMSMasterKeyID;
}
