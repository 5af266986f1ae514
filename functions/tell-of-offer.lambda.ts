import { composeMail } from '#adapters/compose/mail.ts';
import { composeService } from '#adapters/compose/service.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { tellOfOffer } from '#application/support/tell-of-offer.ts';
import { readEnv } from './env.ts';
import { stepHandler } from './step.ts';

const env = readEnv('tell-of-offer');
const service = composeService('tell-of-offer', env);
const notices = sendNotices({ ...service, ...composeMail(env) });

export const handler = stepHandler(service, tellOfOffer({ ...service, sendNotices: notices }));
