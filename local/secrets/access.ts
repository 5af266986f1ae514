import * as z from 'zod';
import { ACCOUNT, REGION } from '../assembly/identities.ts';
import type { Asked } from '../iam/access.ts';

const named = z.object({ SecretId: z.string() });

/** What a request to Secrets Manager asks for; a secret is named by its name or its ARN. */
export function askedOfSecrets(operation: string, body: unknown): Asked {
  const action = `secretsmanager:${operation}`;
  const id = named.safeParse(body).data?.SecretId;
  if (id === undefined) return { action, resource: '*' };
  const resource = id.startsWith('arn:') ? id : `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:${id}`;
  return { action, resource, key: 'kms:Decrypt' };
}
