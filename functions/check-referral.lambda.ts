import { composeClaimKey } from '#adapters/compose/claim-key.ts';
import { composeMail } from '#adapters/compose/mail.ts';
import { composeService } from '#adapters/compose/service.ts';
import { soundsOf } from '#adapters/phonetics/sounds.ts';
import { createEvidenceStore } from '#adapters/s3/evidence-store.ts';
import { checkReferral } from '#application/intake/check-referral.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { readEnv } from './env.ts';
import { stepHandler } from './step.ts';

const env = readEnv('check-referral');
const service = composeService('check-referral', env);
const evidence = createEvidenceStore({ bucket: env.EVIDENCE_BUCKET, malwareScan: env.MALWARE_SCAN });
const notices = sendNotices({ ...service, ...composeMail(env) });

const deps = { ...service, ...composeClaimKey(env), evidence, soundsOf, sendNotices: notices };

export const handler = stepHandler(service, checkReferral(deps));
