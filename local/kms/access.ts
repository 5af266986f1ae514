import * as z from 'zod';
import { ACCOUNT, REGION } from '../assembly/identities.ts';
import type { Asked } from '../iam/access.ts';

const named = z.object({ KeyId: z.string() });

/** What a request to KMS asks for; a key is named by its id or its ARN. */
export function askedOfKms(operation: string, body: unknown): Asked {
  const id = named.safeParse(body).data?.KeyId;
  return { action: `kms:${operation}`, resource: id === undefined ? '*' : keyArn(id) };
}

export function keyArn(id: string): string {
  return id.startsWith('arn:') ? id : `arn:aws:kms:${REGION}:${ACCOUNT}:key/${id}`;
}
