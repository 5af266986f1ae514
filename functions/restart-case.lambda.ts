import { composeService } from '#adapters/compose/service.ts';
import { restartCase } from '#application/operations/restart-case.ts';
import { readEnv } from './env.ts';
import { eventHandler } from './event.ts';

const service = composeService('restart-case', readEnv('restart-case'));

export const handler = eventHandler(service, restartCase(service));
