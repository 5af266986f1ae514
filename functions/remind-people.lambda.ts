import { composeMail } from '#adapters/compose/mail.ts';
import { composeService } from '#adapters/compose/service.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { remindPeople } from '#application/triage/remind-people.ts';
import { readEnv } from './env.ts';
import { stepHandler } from './step.ts';

const env = readEnv('remind-people');
const service = composeService('remind-people', env);
const notices = sendNotices({ ...service, ...composeMail(env) });

export const handler = stepHandler(service, remindPeople({ ...service, sendNotices: notices }));
