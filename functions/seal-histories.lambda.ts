import { composeEveryone } from '#adapters/compose/everyone.ts';
import { composeService } from '#adapters/compose/service.ts';
import { createGenerateMac } from '#adapters/kms/seal-key.ts';
import { createErasedList } from '#adapters/s3/erased-list.ts';
import { createSealStore } from '#adapters/s3/seal-store.ts';
import { sealHistories } from '#application/operations/seal-histories.ts';
import { readEnv } from './env.ts';
import { eventHandler } from './event.ts';

const env = readEnv('seal-histories');
const service = composeService('seal-histories', env);
const seals = createSealStore({ bucket: env.SEALS_BUCKET });
const erased = createErasedList({ bucket: env.SEALS_BUCKET });
const generateMac = createGenerateMac({ keyId: env.SEAL_KEY_ARN });

export const handler = eventHandler(
  service,
  sealHistories({ ...service, ...composeEveryone(env), seals, erased, generateMac }),
);
