import { composeMail } from '#adapters/compose/mail.ts';
import { composeService } from '#adapters/compose/service.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { tellPeople } from '#application/notices/tell-people.ts';
import { readEnv } from './env.ts';
import { stepHandler } from './step.ts';

const env = readEnv('tell-people');
const service = composeService('tell-people', env);
const notices = sendNotices({ ...service, ...composeMail(env) });

export const handler = stepHandler(service, tellPeople({ ...service, sendNotices: notices }));
