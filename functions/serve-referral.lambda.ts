import { composeMail } from '#adapters/compose/mail.ts';
import { composeService } from '#adapters/compose/service.ts';
import { createCodeRenderer } from '#adapters/letters/render.ts';
import { createEvidenceStore } from '#adapters/s3/evidence-store.ts';
import { mailCode } from '#application/access/mail-code.ts';
import { settingsNow } from '#application/access/settings-now.ts';
import { actForReferrer } from '#application/intake/act-for-referrer.ts';
import { agreeForwarding } from '#application/intake/agree-forwarding.ts';
import { mailNewLink } from '#application/notices/mail-new-link.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { answerReferrer } from '#application/triage/answer-referrer.ts';
import type { SaidNow } from '#domain/people/said-now.ts';
import { servingNow } from '#web/http/serving-now.ts';
import { serveReferral } from '#web/referral/serve.ts';
import { readEnv } from './env.ts';
import { httpHandler } from './http.ts';

const env = readEnv('serve-referral');
const malwareScan = env.MALWARE_SCAN;
const evidence = createEvidenceStore({ bucket: env.EVIDENCE_BUCKET, malwareScan });
const service = { ...composeService('serve-referral', env), ...composeMail(env), evidence, malwareScan };
const withNotices = { ...service, sendNotices: sendNotices(service) };

const serve = (config: SaidNow) =>
  serveReferral({
    ...{ ...service, config },
    answerReferrer: answerReferrer(service),
    ...{ mailNewLink: mailNewLink(service), mailCode: mailCode({ ...service, renderCode: createCodeRenderer() }) },
    agreeForwarding: agreeForwarding(withNotices),
    ...actForReferrer(withNotices),
  });

export const handler = httpHandler(service, servingNow(env.config, settingsNow(service), serve));
