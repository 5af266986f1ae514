import { composeMail } from '#adapters/compose/mail.ts';
import { composeService } from '#adapters/compose/service.ts';
import { validateStoredReferral } from '#application/intake/validate-referral.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { readEnv } from './env.ts';
import { stepHandler } from './step.ts';

const env = readEnv('validate-referral');
const service = composeService('validate-referral', env);
const notices = sendNotices({ ...service, ...composeMail(env) });

export const handler = stepHandler(service, validateStoredReferral({ ...service, sendNotices: notices }));
