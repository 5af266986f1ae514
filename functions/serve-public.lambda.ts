import { setTimeout } from 'node:timers/promises';
import { composeMail } from '#adapters/compose/mail.ts';
import { composeService } from '#adapters/compose/service.ts';
import { createCodeRenderer, createDraftLinkRenderer } from '#adapters/letters/render.ts';
import { createEvidenceStore } from '#adapters/s3/evidence-store.ts';
import { createWorkflow } from '#adapters/step-functions/workflow.ts';
import { mailCode } from '#application/access/mail-code.ts';
import { readTeam } from '#application/access/read-team.ts';
import { settingsNow } from '#application/access/settings-now.ts';
import { alarmOfDraft } from '#application/drafts/alarm-of-draft.ts';
import { mailDraftLink } from '#application/drafts/mail-draft-link.ts';
import { raiseAlarm } from '#application/intake/raise-alarm.ts';
import { submitReferral } from '#application/intake/submit-referral.ts';
import type { SaidNow } from '#domain/people/said-now.ts';
import { servingNow } from '#web/http/serving-now.ts';
import { servePublic } from '#web/public/serve.ts';
import { readEnv } from './env.ts';
import { httpHandler } from './http.ts';

const env = readEnv('serve-public');
const malwareScan = env.MALWARE_SCAN;
const evidence = createEvidenceStore({ bucket: env.EVIDENCE_BUCKET, malwareScan });
const workflow = createWorkflow({ stateMachineArns: { intake: env.STATE_MACHINE_ARN } });
const service = { ...composeService('serve-public', env), ...composeMail(env), evidence, malwareScan };

const serve = (config: SaidNow) =>
  servePublic({
    ...{ ...service, config },
    ...{ wait: (milliseconds: number) => setTimeout<void>(milliseconds), readTeam: readTeam(service) },
    submitReferral: submitReferral({ ...service, workflow, raiseAlarm: raiseAlarm(service) }),
    mailDraftLink: mailDraftLink({ ...service, renderDraftLink: createDraftLinkRenderer() }),
    ...{ mailCode: mailCode({ ...service, renderCode: createCodeRenderer() }), alarmOfDraft: alarmOfDraft(service) },
  });

export const handler = httpHandler(service, servingNow(env.config, settingsNow(service), serve));
