import { composeMail } from '#adapters/compose/mail.ts';
import { composeService } from '#adapters/compose/service.ts';
import { createEvidenceStore } from '#adapters/s3/evidence-store.ts';
import { createWorkflow } from '#adapters/step-functions/workflow.ts';
import { settingsNow } from '#application/access/settings-now.ts';
import { raiseAlarm } from '#application/intake/raise-alarm.ts';
import { readStatus } from '#application/intake/read-status.ts';
import { submitReferral } from '#application/intake/submit-referral.ts';
import type { SaidNow } from '#domain/people/said-now.ts';
import { serveApi } from '#web/api/serve.ts';
import { servingNow } from '#web/http/serving-now.ts';
import { readEnv } from './env.ts';
import { httpHandler } from './http.ts';

const env = readEnv('serve-api');
const evidence = createEvidenceStore({ bucket: env.EVIDENCE_BUCKET });
const workflow = createWorkflow({ stateMachineArns: { intake: env.STATE_MACHINE_ARN } });
const service = { ...composeService('serve-api', env), ...composeMail(env), evidence, workflow };
const submit = submitReferral({ ...service, raiseAlarm: raiseAlarm(service) });

const serve = (config: SaidNow) =>
  serveApi({ ...service, config, submitReferral: submit, readStatus: readStatus(service) });

export const handler = httpHandler(service, servingNow(env.config, settingsNow(service), serve));
