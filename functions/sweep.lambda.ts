import { createClockOff } from '#adapters/aws/clock-off.ts';
import { composeMail } from '#adapters/compose/mail.ts';
import { composeService } from '#adapters/compose/service.ts';
import { composeWorkflows } from '#adapters/compose/workflows.ts';
import { createDraftLinkRenderer } from '#adapters/letters/render.ts';
import { createCount } from '#adapters/observability/count.ts';
import { createEvidenceStore } from '#adapters/s3/evidence-store.ts';
import { mailDraftLink } from '#application/drafts/mail-draft-link.ts';
import { sweepDraft } from '#application/drafts/sweep-draft.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { settleNotice } from '#application/notices/settle-notice.ts';
import { followCases } from '#application/sweep/follow-cases.ts';
import { sweep } from '#application/sweep/sweep.ts';
import { sweepBudget } from '#application/sweep/sweep-budget.ts';
import { tellOfParked } from '#application/sweep/tell-of-parked.ts';
import { remindOfTodo } from '#application/todos/remind-of-todo.ts';
import { tellSecond } from '#application/triage/tell-second.ts';
import { readEnv } from './env.ts';
import { eventHandler } from './event.ts';

const env = readEnv('sweep');
const service = composeService('sweep', env, { readsTogether: true });
const workflow = composeWorkflows(env);
const mail = { ...service, ...composeMail(env), renderDraftLink: createDraftLinkRenderer() };
const evidence = createEvidenceStore({ bucket: env.EVIDENCE_BUCKET });
const drafts = sweepDraft({ ...service, evidence, mailDraftLink: mailDraftLink(mail) });

const { count, metrics } = createCount('sweep', env.config.stackName);
const withNotices = { ...mail, sendNotices: sendNotices(mail) };
const handlers = { settleNotice: settleNotice(mail), sweepDraft: drafts, clockOff: createClockOff(env.TABLE_NAME) };
const telling = { ...followCases(withNotices), tellOfParked: tellOfParked(withNotices) };
const people = { remindOfTodo: remindOfTodo(mail), tellSecond: tellSecond(withNotices) };
const run = sweep({ ...service, ...handlers, ...telling, ...people, workflow, count });

export const handler = eventHandler({ ...service, metrics }, (_event, context) =>
  run(sweepBudget(context.getRemainingTimeInMillis())),
);
