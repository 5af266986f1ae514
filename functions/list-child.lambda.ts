import { liveService } from '#adapters/live/service.ts';
import { readEnv } from './env.ts';
import { listChild } from './list-child.ts';
import { stepHandler } from './step.ts';

const service = liveService('list-child', readEnv('list-child'));

export const handler = stepHandler(service.log, listChild(service));
