import { composeService } from '#adapters/compose/service.ts';
import { listChild } from '#application/lists/list-child.ts';
import { readEnv } from './env.ts';
import { stepHandler } from './step.ts';

const service = composeService('list-child', readEnv('list-child'));

export const handler = stepHandler(service, listChild(service));
