import { liveMail } from '#adapters/compose/mail.ts';
import { liveService } from '#adapters/compose/service.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { tellPeople } from '#application/notices/tell-people.ts';
import { readEnv } from './env.ts';
import { stepHandler } from './step.ts';

const env = readEnv('tell-people');
const service = liveService('tell-people', env);
const notices = sendNotices({ ...service, ...liveMail(env) });

export const handler = stepHandler(service.log, tellPeople({ ...service, sendNotices: notices }));
