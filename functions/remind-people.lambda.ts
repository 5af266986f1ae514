import { liveMail } from '#adapters/live/mail.ts';
import { liveService } from '#adapters/live/service.ts';
import { readEnv } from './env.ts';
import { remindPeople } from './remind-people.ts';
import { sendNotices } from './send-notices.ts';
import { stepHandler } from './step.ts';

const env = readEnv('remind-people');
const service = liveService('remind-people', env);
const notices = sendNotices({ ...service, ...liveMail(env) });

export const handler = stepHandler(service.log, remindPeople({ ...service, sendNotices: notices }));
