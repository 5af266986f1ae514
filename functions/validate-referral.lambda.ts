import { liveMail } from '#adapters/live/mail.ts';
import { liveService } from '#adapters/live/service.ts';
import { readEnv } from './env.ts';
import { sendNotices } from './send-notices.ts';
import { stepHandler } from './step.ts';
import { validateStoredReferral } from './validate-referral.ts';

const env = readEnv('validate-referral');
const service = liveService('validate-referral', env);
const notices = sendNotices({ ...service, ...liveMail(env) });

export const handler = stepHandler(service.log, validateStoredReferral({ ...service, sendNotices: notices }));
