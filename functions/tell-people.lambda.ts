import { liveMail } from '#adapters/live/mail.ts';
import { liveService } from '#adapters/live/service.ts';
import { readEnv } from './env.ts';
import { sendNotices } from './send-notices.ts';
import { stepHandler } from './step.ts';
import { tellPeople } from './tell-people.ts';

const env = readEnv('tell-people');
const service = liveService('tell-people', env);
const notices = sendNotices({ ...service, ...liveMail(env) });

export const handler = stepHandler(service.log, tellPeople({ ...service, sendNotices: notices }));
