import { composeMail } from '#adapters/compose/mail.ts';
import { composeService } from '#adapters/compose/service.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { followSupport } from '#application/support/follow-support.ts';
import { readEnv } from './env.ts';
import { stepHandler } from './step.ts';

const env = readEnv('follow-support');
const service = composeService('follow-support', env);
const notices = sendNotices({ ...service, ...composeMail(env) });

export const handler = stepHandler(service, followSupport({ ...service, sendNotices: notices }));
