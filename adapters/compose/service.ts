import { randomBytes } from 'node:crypto';
import type { ServiceConfig } from '#domain/service/config.ts';
import { policyWith } from '#domain/service/policy.ts';
import { createLog } from '../observability/log.ts';
import { createDynamoStores } from '../records/dynamodb/stores.ts';

/**
 * What every function works with, as deployed: the stores, the clock, chance, the service's configuration and its log.
 * `readsTogether`: of a function that works on many cases at once, and may read in batches.
 */
export function composeService(
  name: string,
  env: { TABLE_NAME: string; config: ServiceConfig },
  { readsTogether = false }: { readonly readsTogether?: boolean } = {},
) {
  return {
    ...createDynamoStores({ tableName: env.TABLE_NAME, readsTogether }),
    ...createLog(name),
    config: env.config,
    policy: policyWith(env.config.policy, env.config.closedOn),
    now: () => new Date().toISOString(),
    random: (count: number): Uint8Array => randomBytes(count),
  };
}
