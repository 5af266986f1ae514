import { liveService } from '#adapters/compose/service.ts';
import { listChild } from '#application/lists/list-child.ts';
import { readEnv } from './env.ts';
import { stepHandler } from './step.ts';

const service = liveService('list-child', readEnv('list-child'));

export const handler = stepHandler(service.log, listChild(service));
