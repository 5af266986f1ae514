import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { subjects } from '#test/kit/words/emails.ts';
import { accepted, anotherChild, bodyWithEvidence, inTriage, post, refusal, statusOf, submit } from './api.ts';
import { endAll, type Service, start } from './service.ts';
import { FIRST } from './triage.ts';
import { breakDown, mailsAbout, mend, move } from './window.ts';

/** More than anything here tries. */
const ALWAYS = 1_000;

let at: Service;
beforeAll(async () => {
  at = await start({ now: '2026-09-24T09:00' });
}, 90_000);
afterEach(() => mend(at));
afterAll(endAll);

/** The body of a child of its own. */
const body = async () => ({ ...(await bodyWithEvidence(at, 'C01')), ...anotherChild() });

/** Where it stands once the time has moved on. */
async function statusAfter(reference: string, advance: string): Promise<string> {
  await move(at, { advance });
  return (await statusOf(at, reference)).status;
}

test('the secret fails while a step first needs it: the step is tried again, and the team is asked', async () => {
  await breakDown(at, { service: 'secretsmanager', error: 'InternalServiceError', times: 3 });

  const reference = await submit(at, 'C01', anotherChild());

  expect(await statusAfter(reference, 'PT5M')).toBe('IN_TRIAGE');
});

test('a step crashes: it is tried again, and the team is asked', async () => {
  await breakDown(at, { service: 'lambda', function: 'CheckReferral', error: 'Runtime.ExitError' });

  const reference = await submit(at, 'C01', anotherChild());

  expect(await statusAfter(reference, 'PT5M')).toBe('IN_TRIAGE');
});

test('the bucket fails while documents are checked: the step is tried again, and the team is asked', async () => {
  const sent = await body();
  await breakDown(at, { service: 's3', function: 'CheckReferral', error: 'InternalError', times: 3 });

  const { reference } = await accepted(await post(at, sent));

  expect(await statusAfter(reference, 'PT5M')).toBe('IN_TRIAGE');
});

test('no workflow can be started: the referral is acknowledged, and the sweeper starts it once it can', async () => {
  await breakDown(at, {
    service: 'states',
    operation: 'StartExecution',
    error: 'AccessDeniedException',
    times: ALWAYS,
  });
  const reference = await submit(at, 'C01', anotherChild());
  expect(await statusAfter(reference, 'PT5M')).toBe('RECEIVED');

  await mend(at);

  expect(await statusAfter(reference, 'PT20M')).toBe('IN_TRIAGE');
});

test('while the sweeper is held what did not start stays where it is, and starts once it runs', async () => {
  await breakDown(at, { sweeper: 'held' });
  await breakDown(at, {
    service: 'states',
    operation: 'StartExecution',
    function: 'ServeApi',
    error: 'AccessDeniedException',
    times: 9,
  });
  const reference = await submit(at, 'C01', anotherChild());
  expect(await statusAfter(reference, 'PT30M')).toBe('RECEIVED');

  await mend(at);

  expect(await statusAfter(reference, 'PT2M')).toBe('IN_TRIAGE');
});

test('no email can be sent: the task stays open, and the team is told once mail goes again', async () => {
  await breakDown(at, { service: 'ses', error: 'AccountSendingPausedException', times: ALWAYS });
  const reference = await inTriage(at);
  await move(at, { advance: 'PT10M' });
  expect(await mailsAbout(at, reference)).toEqual([]);

  await mend(at);
  await move(at, { advance: 'P1D' });

  const asked = (await mailsAbout(at, reference)).filter(
    ({ to, subject }) => to.includes(FIRST) && subject.includes(subjects.triage),
  );
  expect(asked.length).toBeGreaterThan(0);
});

test.each([
  ['the table fails', { service: 'dynamodb', error: 'InternalServerError', times: ALWAYS }],
  ['the use of its key is revoked', { key: 'ServiceKey', use: 'revoked' }],
])(
  '%s: a sender is told to try again and not acknowledged, and the same sending succeeds afterwards',
  async (_what, asked) => {
    const sent = await body();
    const sameKey = { 'idempotency-key': crypto.randomUUID() };
    await breakDown(at, asked);

    const refused = await refusal(await post(at, sent, sameKey));
    expect(refused.httpStatus).toBeGreaterThanOrEqual(500);
    expect(refused.message.length).toBeGreaterThan(20);
    await mend(at);

    const { reference } = await accepted(await post(at, sent, sameKey));
    expect(await statusAfter(reference, 'PT5M')).toBe('IN_TRIAGE');
  },
);

test('the key of the seals is revoked for a night: the log says so, and the next night seals', async () => {
  const sealed = () => at.logged().split('"histories-sealed"').length - 1;
  const before = sealed();
  await breakDown(at, { key: 'SealKey', use: 'revoked' });
  await move(at, { advance: 'P1D' });
  expect(sealed()).toBe(before);
  expect(at.logged()).toContain('no resource-based policy allows the kms:');

  await mend(at);
  await move(at, { advance: 'P1D' });

  expect(sealed()).toBe(before + 1);
});
