import { composeService } from '#adapters/compose/service.ts';
import { recordMailEvent } from '#application/notices/record-mail-event.ts';
import { readEnv } from './env.ts';
import { eventHandler } from './event.ts';

const service = composeService('record-mail-event', readEnv('record-mail-event'));

export const handler = eventHandler(service, recordMailEvent(service));
