import { composeService } from '#adapters/compose/service.ts';
import { validateStoredReferral } from '#application/intake/validate-referral.ts';
import { readEnv } from './env.ts';
import { stepHandler } from './step.ts';

const service = composeService('validate-referral', readEnv('validate-referral'));

export const handler = stepHandler(service, validateStoredReferral(service));
