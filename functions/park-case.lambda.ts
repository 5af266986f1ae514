import { composeService } from '#adapters/compose/service.ts';
import { parkCase } from '#application/operations/park-case.ts';
import { readEnv } from './env.ts';
import { stepHandler } from './step.ts';

const service = composeService('park-case', readEnv('park-case'));

export const handler = stepHandler(service, parkCase(service));
