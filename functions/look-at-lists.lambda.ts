import { composeService } from '#adapters/compose/service.ts';
import { lookAtLists } from '#application/lists/look-at-lists.ts';
import { readEnv } from './env.ts';
import { eventHandler } from './event.ts';

const service = composeService('look-at-lists', readEnv('look-at-lists'));

export const handler = eventHandler(service, lookAtLists(service));
