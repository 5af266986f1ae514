import { liveMail } from '#adapters/live/mail.ts';
import { liveService } from '#adapters/live/service.ts';
import { readEnv } from './env.ts';
import { openTask } from './open-task.ts';
import { sendNotices } from './send-notices.ts';
import { stepHandler } from './step.ts';

const env = readEnv('open-task');
const service = liveService('open-task', env);
const notices = sendNotices({ ...service, ...liveMail(env) });

export const handler = stepHandler(service.log, openTask({ ...service, sendNotices: notices }));
