import { liveMail } from '#adapters/live/mail.ts';
import { liveService } from '#adapters/live/service.ts';
import { createCodeRenderer, createDraftLinkRenderer } from '#adapters/notices/render.ts';
import { createEvidenceStore } from '#adapters/s3/evidence-store.ts';
import { createWorkflow } from '#adapters/step-functions/workflow.ts';
import { serveReferrer } from '#web/referrer/serve.ts';
import { actForReferrer } from './act-for-referrer.ts';
import { agreeForwarding } from './agree-forwarding.ts';
import { answerReferrer } from './answer-referrer.ts';
import { readEnv } from './env.ts';
import { mailCode } from './mail-code.ts';
import { mailDraftLink } from './mail-draft-link.ts';
import { raiseAlarm } from './raise-alarm.ts';
import { readTeam } from './read-team.ts';
import { sendNotices } from './send-notices.ts';
import { submitReferral } from './submit-referral.ts';

const env = readEnv('serve-referrer');
const malwareScan = env.MALWARE_SCAN;
const evidence = createEvidenceStore({ bucket: env.EVIDENCE_BUCKET, malwareScan });
const workflow = createWorkflow({ stateMachineArns: { intake: env.STATE_MACHINE_ARN } });
const service = { ...liveService('serve-referrer', env), ...liveMail(env), evidence, malwareScan };
const submit = submitReferral({ ...service, workflow, raiseAlarm: raiseAlarm(service) });
const withNotices = { ...service, sendNotices: sendNotices(service) };

export const handler = serveReferrer({
  ...service,
  readTeam: readTeam(service),
  answerReferrer: answerReferrer(service),
  agreeForwarding: agreeForwarding(withNotices),
  ...actForReferrer(withNotices),
  submitReferral: submit,
  mailDraftLink: mailDraftLink({ ...service, renderDraftLink: createDraftLinkRenderer() }),
  mailCode: mailCode({ ...service, renderCode: createCodeRenderer() }),
});
