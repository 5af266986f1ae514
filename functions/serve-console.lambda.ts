import { composeService } from '#adapters/compose/service.ts';
import { composeExecutions } from '#adapters/compose/workflows.ts';
import { readTeam } from '#application/access/read-team.ts';
import { settingsNow } from '#application/access/settings-now.ts';
import { openRecord } from '#application/operations/open-record.ts';
import { putRight } from '#application/operations/put-right.ts';
import { recordAccessRequest } from '#application/operations/record-access-request.ts';
import type { SaidNow } from '#domain/people/said-now.ts';
import { serveConsole } from '#web/console/serve.ts';
import { servingNow } from '#web/http/serving-now.ts';
import { readEnv } from './env.ts';
import { httpHandler } from './http.ts';

const env = readEnv('serve-console');
const service = { ...composeService('serve-console', env), baseUrl: env.BASE_URL, runbookUrl: env.RUNBOOK_URL };
const useCases = {
  readTeam: readTeam(service),
  openRecord: openRecord(service),
  recordAccessRequest: recordAccessRequest(service),
  ...composeExecutions(env),
  ...putRight(service),
};
const serve = (config: SaidNow) => serveConsole({ ...service, ...useCases, config });

export const handler = httpHandler(service, servingNow(env.config, settingsNow(service), serve));
