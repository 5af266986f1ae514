import * as z from 'zod';
import { REGION } from '#local/assembly/identities.ts';
import { RUN_KEY } from '#local/iam/access-key.ts';
import type { Instance } from '#local/instance.ts';
import { type Verdict, verify } from './verify.ts';

/** The logical ids of bucket and key are pinned, and this is what the embedded run makes of them. */
const SEALED = { bucket: 'sealsbucket', keyId: 'SealKey' };

/** Verifies the records of a service on this machine, from inside it. */
export function verifyHere({ endpoints, tableName }: Pick<Instance, 'endpoints' | 'tableName'>): Promise<Verdict> {
  const where = { region: REGION, credentials: RUN_KEY };
  return verify({
    tableName: tableName ?? '',
    sealed: SEALED,
    records: { ...where, endpoint: endpoints.dynamodb },
    seals: { ...where, endpoint: endpoints.other },
  });
}

const verdictSchema = z.object({ lines: z.array(z.string()), isWhole: z.boolean() });

/** What the service at this address found when it verified its own records. Throws where none answers. */
export async function askLocal(url: string): Promise<Verdict> {
  const answer = await fetch(new URL('/local/verify.json', url)).catch(() => undefined);
  if (!answer?.ok) throw new Error(`No service on this machine answers at ${url}. Start it with npm start.`);
  return verdictSchema.parse(await answer.json());
}
