import * as z from 'zod';
import { composeService } from '#adapters/compose/service.ts';
import { createVisitor } from '#adapters/http/visitor.ts';
import { createCanaryMailbox } from '#adapters/s3/canary-mailbox.ts';
import { createEvidenceStore } from '#adapters/s3/evidence-store.ts';
import { createWorkflow } from '#adapters/step-functions/workflow.ts';
import { beginWalk } from '#application/canary/begin-walk.ts';
import { walkOn } from '#application/canary/walk-on.ts';
import { submitReferral } from '#application/intake/submit-referral.ts';
import { recordDecision } from '#application/triage/record-decision.ts';
import { readEnv } from './env.ts';
import { eventHandler } from './event.ts';

const env = readEnv('walk-canary');
const bucket = { bucket: env.EVIDENCE_BUCKET };
const workflow = createWorkflow({ stateMachineArns: { intake: env.STATE_MACHINE_ARN } });
const service = { ...composeService('walk-canary', env), evidence: createEvidenceStore(bucket), workflow };
const begin = beginWalk({ ...service, submitReferral: submitReferral({ ...service, raiseAlarm: async () => {} }) });
const pages = { mailbox: createCanaryMailbox(bucket), newVisitor: () => createVisitor(env.BASE_URL) };
const decides = { recordDecision: recordDecision({ ...service, tellSecond: async () => {} }) };
const walk = walkOn({ ...service, ...pages, ...decides, withAccount: env.config.access.mode === 'sign-in' });
/** An email of the canary arrived; without a key the clock called. */
const eventSchema = z.object({ key: z.string().optional() });

export const handler = eventHandler(service, async (event) => {
  const hasMail = eventSchema.parse(event).key !== undefined;
  return env.config.canary === undefined || hasMail ? walk() : begin(env.config.canary.mailbox);
});
