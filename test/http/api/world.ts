import { createMemoryStores } from '#adapters/memory/stores.ts';
import type { Stores } from '#adapters/records/stores.ts';
import { readStatus } from '#application/intake/read-status.ts';
import { submitReferral } from '#application/intake/submit-referral.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { httpHandler } from '#functions/http.ts';
import { telemetryOf } from '#test/kit/telemetry.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { serveApi } from '#web/api/serve.ts';
import { testClock, testEvidence, testLog, testRandom, testWorkflow } from '../doubles.ts';
import { lambdaContext } from '../lambda-context.ts';
import { proxyEvent, type Sent } from '../proxy-event.ts';
import { testConfig } from '../service-config.ts';

export const validReferral = {
  ...referralExample,
  evidence: [{ ...referralExample.evidence[0], evidenceId: 'uploaded-1' }],
};

/** The API on memory, with one document uploaded by the caller `local`. */
export function apiWorld(baseUrl = 'http://localhost:8080', stores: Stores = createMemoryStores()) {
  const evidence = testEvidence();
  evidence.upload('local', 'uploaded-1');
  const alarms: { id: string; caller: string }[] = [];
  const log = testLog();
  const { now } = testClock();
  const raiseAlarm = async (alarm: { id: string; caller: string }) => {
    alarms.push(alarm);
  };
  const deps = { ...stores, evidence, workflow: testWorkflow, now, policy: defaultPolicy, log, raiseAlarm };
  const service = serveApi({
    submitReferral: submitReferral(deps),
    readStatus: readStatus(deps),
    evidence,
    random: testRandom(),
    config: testConfig,
    baseUrl,
  });
  const handler = httpHandler(telemetryOf(log), service);
  const send = async (sent: Sent) => {
    const result = await handler(proxyEvent({ caller: 'local', ...sent }), lambdaContext);
    return { ...result, json: result.body === '' ? undefined : JSON.parse(result.body) };
  };
  const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    send({
      method: 'POST',
      path,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const submit = (body: unknown, key = 'key-00000001') => post('/v1/referrals', body, { 'Idempotency-Key': key });
  return { send, post, submit, alarms, stores, evidence, log };
}
