import { expect, test } from 'vitest';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { submitReferral } from '#application/intake/submit-referral.ts';
import type { Workflow } from '#domain/ports/services.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { isReference } from '#domain/values/reference.ts';
import { bodyOf } from '#test/cases.ts';
import { testClock, testEvidence, testLog } from '#test/http/doubles.ts';

function service(options: { start?: Workflow['start']; raiseAlarm?: () => Promise<void> } = {}) {
  const stores = createMemoryStores();
  const clock = testClock('2026-09-24T08:00:00.000Z');
  const evidence = testEvidence();
  const started: string[] = [];
  const alarms: string[] = [];
  const start: Workflow['start'] = async ({ name }) => {
    started.push(name);
    return 'STARTED';
  };
  const workflow: Workflow = { start: options.start ?? start, wake: async () => 'WOKEN', state: async () => 'RUNNING' };
  const raiseAlarm = async ({ id }: { id: string }) => {
    alarms.push(id);
  };
  const log = testLog();
  const common = { evidence, workflow, now: clock.now, policy: defaultPolicy, log };
  const deps = { ...stores, ...common, raiseAlarm: options.raiseAlarm ?? raiseAlarm };
  evidence.upload('caller-1', 'evidence-1');
  evidence.upload('caller-2', 'evidence-1');
  return { stores, clock, evidence, started, alarms, log, submit: submitReferral(deps) };
}

const body = bodyOf('C01', ['evidence-1']);
const submission = { caller: 'caller-1', idempotencyKey: 'key-00000001', body };

async function referenceOf(result: ReturnType<ReturnType<typeof service>['submit']>): Promise<string> {
  const answer = await result;
  if (answer.kind !== 'ACCEPTED') throw new Error(`Not accepted: ${JSON.stringify(answer)}`);
  return answer.reference;
}

test('an accepted referral is stored with its case before it is acknowledged, and its workflow is started', async () => {
  const { stores, started, submit } = service();
  const reference = await referenceOf(submit(submission));
  expect(isReference(reference)).toBe(true);
  expect((await stores.referrals.readReferral(reference))?.body).toEqual(body);
  expect(await stores.cases.readCase(reference)).toMatchObject({
    status: 'RECEIVED',
    outbox: [{ kind: 'START', run: 1 }],
  });
  expect(started).toEqual([`${reference}-intake-1`]);
});

test('the same key and body again is the same referral (twice)', async () => {
  const { submit } = service();
  expect(await referenceOf(submit(submission))).toBe(await referenceOf(submit({ ...submission })));
});

test('the same key with its members in another order is the same referral (twice)', async () => {
  const { submit } = service();
  const turned = Object.fromEntries(Object.entries(body).reverse());
  expect(await referenceOf(submit(submission))).toBe(await referenceOf(submit({ ...submission, body: turned })));
});

test('the same key with another body is refused and changes nothing (hostile)', async () => {
  const { stores, submit } = service();
  const reference = await referenceOf(submit(submission));
  const other = { ...body, locality: 'Yeovil' };
  expect(await submit({ ...submission, body: other })).toEqual({ kind: 'KEY_REUSED' });
  expect((await stores.referrals.readReferral(reference))?.body).toEqual(body);
});

test('the same key from another caller is another referral', async () => {
  const { submit } = service();
  const other = { ...submission, caller: 'caller-2' };
  expect(await referenceOf(submit(submission))).not.toBe(await referenceOf(submit(other)));
});

test('100 identical submissions at once make one case (twice)', async () => {
  const { started, submit } = service();
  const references = await Promise.all(Array.from({ length: 100 }, () => referenceOf(submit(submission))));
  expect(new Set(references).size).toBe(1);
  expect(started).toHaveLength(1);
});

test('a referral stored by a submission that died is completed by the retry (half-finished)', async () => {
  const { stores, submit } = service();
  const dying = service();
  const reference = await referenceOf(dying.submit(submission));
  const stored = await dying.stores.referrals.readReferral(reference);
  if (!stored) throw new Error('not stored');
  await stores.referrals.putReferral(stored);
  expect(await stores.cases.readCase(reference)).toBeUndefined();
  expect(await referenceOf(submit(submission))).toBe(reference);
  expect(await stores.cases.readCase(reference)).toMatchObject({ status: 'RECEIVED' });
});

test('a workflow that does not start does not refuse the referral: the start stays owed', async () => {
  const { stores, submit } = service({
    start: async () => {
      throw new Error('out of reach');
    },
  });
  const reference = await referenceOf(submit(submission));
  expect((await stores.cases.readCase(reference))?.outbox).toEqual([{ kind: 'START', run: 1 }]);
});

test('evidence whose file is not there is refused by its place, and no case is made (half-finished)', async () => {
  const { stores, started, submit } = service();
  const result = await submit({ ...submission, body: bodyOf('C01', ['evidence-9']) });
  expect(result).toMatchObject({
    kind: 'INVALID',
    problems: [{ code: 'EVIDENCE_NOT_UPLOADED', path: 'evidence[0].evidenceId' }],
  });
  expect(started).toEqual([]);
  expect(await stores.indexes.due('CASE', '2099-01-01T00:00:00.000Z', 10)).toEqual([]);
});

test('every page of a document and the Early Help Assessment must be there (half-finished)', async () => {
  const { evidence, submit } = service();
  const pages = [{ type: 'SOGS', title: 'Form', evidenceId: 'evidence-1', furtherPages: ['page-2', 'page-3'] }];
  const whole = { ...submission, body: { ...body, evidence: pages, earlyHelpAssessment: { evidenceId: 'eha' } } };
  evidence.upload('caller-1', 'page-2');
  expect(await submit(whole)).toEqual({
    kind: 'INVALID',
    problems: [
      {
        code: 'EVIDENCE_NOT_UPLOADED',
        path: 'evidence[0].furtherPages[1]',
        rule: 'not-uploaded',
        params: { file: { document: 1, page: 3, pages: 3 } },
      },
      {
        code: 'EVIDENCE_NOT_UPLOADED',
        path: 'earlyHelpAssessment.evidenceId',
        rule: 'not-uploaded',
        params: { file: 'EARLY_HELP_ASSESSMENT' },
      },
    ],
  });
  evidence.upload('caller-1', 'page-3');
  evidence.upload('caller-1', 'eha');
  expect((await submit(whole)).kind).toBe('ACCEPTED');
});

test('evidence without an evidenceId is refused (malformed)', async () => {
  const { submit } = service();
  expect(await submit({ ...submission, body: bodyOf('C01', []) })).toMatchObject({
    kind: 'INVALID',
    problems: [{ code: 'EVIDENCE_NOT_UPLOADED', path: 'evidence[0].evidenceId' }],
  });
});

test('once the missing file has arrived the same submission is accepted (late)', async () => {
  const { evidence, submit } = service();
  const early = { ...submission, body: bodyOf('C01', ['evidence-9']) };
  await submit(early);
  evidence.upload('caller-1', 'evidence-9');
  expect((await submit(early)).kind).toBe('ACCEPTED');
});

test('after a refusal for missing evidence the same key may carry a mended body', async () => {
  const { submit } = service();
  await submit({ ...submission, body: bodyOf('C01', ['evidence-9']) });
  const reference = await referenceOf(submit(submission));
  expect(await referenceOf(submit(submission))).toBe(reference);
  expect(await submit({ ...submission, body: { ...body, locality: 'Yeovil' } })).toEqual({ kind: 'KEY_REUSED' });
});

test('a body that was refused cannot come back beside the mended one under the same key (out of order)', async () => {
  const { evidence, started, submit } = service();
  const early = { ...submission, body: bodyOf('C01', ['evidence-9']) };
  await submit(early);
  await referenceOf(submit(submission));
  evidence.upload('caller-1', 'evidence-9');
  expect(await submit(early)).toEqual({ kind: 'KEY_REUSED' });
  expect(started).toHaveLength(1);
});

test("another caller's evidence counts as not there (hostile)", async () => {
  const { evidence, submit } = service();
  evidence.upload('caller-2', 'evidence-2');
  const result = await submit({ ...submission, body: bodyOf('C01', ['evidence-2']) });
  expect(result).toMatchObject({ kind: 'INVALID', problems: [{ code: 'EVIDENCE_NOT_UPLOADED' }] });
});

test.each([undefined, '', 'short12', 'k'.repeat(256), 'key\u0000\u0001key', 'key-00000001 '])(
  'Idempotency-Key %j is refused (malformed)',
  async (idempotencyKey) => {
    const { submit } = service();
    expect(await submit({ ...submission, idempotencyKey })).toEqual({ kind: 'KEY_MISSING' });
  },
);

test('immediate risk stops everything, tells the duty mailbox and queues nothing, even when all else is wrong', async () => {
  const { alarms, started, submit } = service();
  const risk = { immediateRisk: true, nonsense: 1 };
  expect(await submit({ caller: 'caller-1', idempotencyKey: undefined, body: risk })).toEqual({ kind: 'RISK' });
  expect(alarms).toHaveLength(1);
  expect(started).toEqual([]);
});

test('immediate risk is answered as such even when no one could be told: the numbers to call must be seen now', async () => {
  const { log, submit } = service({
    raiseAlarm: async () => {
      throw new Error('Poppy could not be told of');
    },
  });
  expect(await submit({ ...submission, body: { ...body, immediateRisk: true } })).toEqual({ kind: 'RISK' });
  expect(log.lines).toEqual([expect.objectContaining({ event: 'duty-not-told', fields: { error: 'Error' } })]);
});

test('immediate risk with the call made and by whom goes on as a referral', async () => {
  const { alarms, submit } = service();
  const called = {
    ...body,
    immediateRisk: true,
    emergencyCallMadeAt: '2026-09-24T08:55:00+01:00',
    emergencyCallMadeBy: 'Sam Field',
  };
  expect((await submit({ ...submission, body: called })).kind).toBe('ACCEPTED');
  expect(alarms).toEqual([]);
});
