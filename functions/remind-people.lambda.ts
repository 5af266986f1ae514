import { liveMail } from '#adapters/compose/mail.ts';
import { liveService } from '#adapters/compose/service.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { remindPeople } from '#application/triage/remind-people.ts';
import { readEnv } from './env.ts';
import { stepHandler } from './step.ts';

const env = readEnv('remind-people');
const service = liveService('remind-people', env);
const notices = sendNotices({ ...service, ...liveMail(env) });

export const handler = stepHandler(service.log, remindPeople({ ...service, sendNotices: notices }));
