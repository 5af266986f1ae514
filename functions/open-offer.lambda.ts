import { composeMail } from '#adapters/compose/mail.ts';
import { composeService } from '#adapters/compose/service.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { offerSupport } from '#application/support/open-offer.ts';
import { readEnv } from './env.ts';
import { stepHandler } from './step.ts';

const env = readEnv('open-offer');
const service = composeService('open-offer', env);
const notices = sendNotices({ ...service, ...composeMail(env) });

export const handler = stepHandler(service, offerSupport({ ...service, sendNotices: notices }));
