import { composeMail } from '#adapters/compose/mail.ts';
import { composeService } from '#adapters/compose/service.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { openTask } from '#application/triage/open-task.ts';
import { readEnv } from './env.ts';
import { stepHandler } from './step.ts';

const env = readEnv('open-task');
const service = composeService('open-task', env);
const notices = sendNotices({ ...service, ...composeMail(env) });

export const handler = stepHandler(service, openTask({ ...service, sendNotices: notices }));
