import { setTimeout } from 'node:timers/promises';
import { composeClaimKey } from '#adapters/compose/claim-key.ts';
import { composeService } from '#adapters/compose/service.ts';
import { composeSignIn } from '#adapters/compose/sign-in.ts';
import { composeStaffMail } from '#adapters/compose/staff-mail.ts';
import { createEvidenceStore } from '#adapters/s3/evidence-store.ts';
import { createPageStore } from '#adapters/s3/page-store.ts';
import { changeTeam } from '#application/access/change-team.ts';
import { leaveTeam } from '#application/access/leave-team.ts';
import { mailCode } from '#application/access/mail-code.ts';
import { readTeam } from '#application/access/read-team.ts';
import { settingsNow } from '#application/access/settings-now.ts';
import { doAssessments } from '#application/assessments/do-assessments.ts';
import { doDeaths } from '#application/intake/do-deaths.ts';
import { doFacts } from '#application/intake/do-facts.ts';
import { openShared } from '#application/intake/open-shared.ts';
import { doCapacity } from '#application/lists/do-capacity.ts';
import { doLists } from '#application/lists/do-lists.ts';
import { doImports } from '#application/lists/import/do-imports.ts';
import { doMails } from '#application/mail/do-mails.ts';
import { doMeetings } from '#application/meetings/do-meetings.ts';
import { mailNewSharedLink } from '#application/notices/mail-new-shared-link.ts';
import { mailNewStaffLink } from '#application/notices/mail-new-staff-link.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { doSchool } from '#application/starting-school/do-school.ts';
import { doOffers } from '#application/support/do-offers.ts';
import { doVisits } from '#application/support/do-visits.ts';
import { doTodos } from '#application/todos/do-todos.ts';
import { doDecisions } from '#application/triage/do-decisions.ts';
import { doQueue } from '#application/triage/do-queue.ts';
import { recordAnswer } from '#application/triage/record-answer.ts';
import type { SaidNow } from '#domain/people/said-now.ts';
import { servingNow } from '#web/http/serving-now.ts';
import { serveStaff } from '#web/staff/serve.ts';
import { readEnv } from './env.ts';
import { httpHandler } from './http.ts';

const env = readEnv('serve-staff');
const mail = { ...composeService('serve-staff', env), ...composeStaffMail(env) };
const service = { ...mail, ...composeClaimKey(env), sendNotices: sendNotices(mail), readTeam: readTeam(mail) };
const scanned = { bucket: env.EVIDENCE_BUCKET, malwareScan: env.MALWARE_SCAN, readsUnscanned: false };
const useCases = {
  ...{ evidence: createEvidenceStore(scanned), pages: createPageStore(scanned), openShared: openShared(service) },
  ...{ ...doDeaths(service), ...doImports(service), ...doVisits(service), ...doMails(service) },
  ...{ changeTeam: changeTeam(service), leaveTeam: leaveTeam(service), recordAnswer: recordAnswer(service) },
  ...{ wait: (ms: number) => setTimeout(ms), mailNewStaffLink: mailNewStaffLink(service), mailCode: mailCode(service) },
  ...{ ...doTodos(service), ...doQueue(service), ...doFacts(service), ...doMeetings(service), ...doDecisions(service) },
  ...{ ...doCapacity(service), ...doLists(service), ...doOffers(service), ...doAssessments(service) },
  ...{ mailNewSharedLink: mailNewSharedLink(service), signIn: await composeSignIn(env, service.now) },
};

const serve = (config: SaidNow) => serveStaff({ ...service, ...useCases, ...doSchool(service), config });

export const handler = httpHandler(service, servingNow(env.config, settingsNow(service), serve));
