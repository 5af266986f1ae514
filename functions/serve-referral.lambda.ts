import { setTimeout } from 'node:timers/promises';
import { composeMail } from '#adapters/compose/mail.ts';
import { composeService } from '#adapters/compose/service.ts';
import { createCodeRenderer } from '#adapters/letters/render.ts';
import { createEvidenceStore } from '#adapters/s3/evidence-store.ts';
import { createMailboxKey } from '#adapters/secrets/mailbox-key.ts';
import { mailCode } from '#application/access/mail-code.ts';
import { settingsNow } from '#application/access/settings-now.ts';
import { actForReferrer } from '#application/intake/act-for-referrer.ts';
import { agreeForwarding } from '#application/intake/agree-forwarding.ts';
import { followMailboxes } from '#application/intake/follow-mailboxes.ts';
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
const mailboxKey = createMailboxKey({ secretArn: env.MAILBOX_KEY_SECRET_ARN });
const whole = { ...service, ...followMailboxes({ ...service, mailboxKey }), sendNotices: sendNotices(service) };
const acts = {
  ...actForReferrer(whole),
  answerReferrer: answerReferrer(service),
  agreeForwarding: agreeForwarding(whole),
};
const codes = mailCode({ ...service, renderCode: createCodeRenderer() });
const mails = { mailCode: codes, mailNewLink: mailNewLink(service), wait: (ms: number) => setTimeout<void>(ms) };
const serve = (config: SaidNow) => serveReferral({ ...whole, ...acts, ...mails, config });

export const handler = httpHandler(service, servingNow(env.config, settingsNow(service), serve));
