import { liveMail } from '#adapters/compose/mail.ts';
import { liveService } from '#adapters/compose/service.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { openTask } from '#application/triage/open-task.ts';
import { readEnv } from './env.ts';
import { stepHandler } from './step.ts';

const env = readEnv('open-task');
const service = liveService('open-task', env);
const notices = sendNotices({ ...service, ...liveMail(env) });

export const handler = stepHandler(service.log, openTask({ ...service, sendNotices: notices }));
