import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workedCase, workedCases } from '#test/cases.ts';
import { accepted, bodyWithEvidence, post, refusal, statusWhen } from './api.ts';
import { leaks, personalIn, strangeLinks } from './privacy.ts';
import { endAll, type Service, start } from './service.ts';
import { executionsOf, mailsOf, moveToDay } from './window.ts';

let at: Service;
beforeAll(async () => {
  at = await start({ now: '2026-09-23T09:00' });
});
afterAll(endAll);

const statuses: Record<string, string> = {
  TRIAGE: 'IN_TRIAGE',
  POSSIBLE_DUPLICATE: 'HELD_AS_DUPLICATE',
  REDIRECTED_EY_ADVISORY: 'REDIRECTED',
  NOT_ACCEPTED_NO_EVIDENCE: 'NOT_ACCEPTED',
  NOT_ACCEPTED_NO_CONSENT: 'NOT_ACCEPTED',
};
const byDate = [...workedCases].sort((a, b) => (a.referralDate < b.referralDate ? -1 : 1));
const refused = ['RETURNED_INVALID', 'SAFEGUARDING_STOP'];

describe('through the API, on its referral date,', () => {
  test.for(byDate)('$id gives $expected.outcome: $description', async ({ id, referralDate, expected }) => {
    await moveToDay(at, referralDate);
    const before = { mails: await mailsOf(at), executions: await executionsOf(at) };
    const response = await post(at, await bodyWithEvidence(at, id), { 'idempotency-key': `the key of ${id}` });
    if (refused.includes(expected.outcome)) {
      expect(await refusal(response)).toMatchObject({
        httpStatus: 422,
        outcome: expected.outcome,
        reasons: expected.reasons,
      });
      expect(await executionsOf(at)).toEqual(before.executions);
      return;
    }
    const { reference } = await accepted(response);
    const status = await statusWhen(at, reference, statuses[expected.outcome] ?? 'a status of its own');
    const outcome = expected.outcome === 'TRIAGE' ? null : expected.outcome;
    expect(status).toMatchObject({ outcome, reasons: expected.reasons });
  });
});

describe('after all of them', () => {
  test('the child at immediate risk brought the emergency numbers no one but the duty mailbox heard of', async () => {
    const alerts = (await mailsOf(at)).filter(({ to }) => to.includes('duty@example.org'));
    expect(alerts).toHaveLength(1);
    const again = await refusal(
      await post(at, await bodyWithEvidence(at, 'C26'), { 'idempotency-key': 'the key of C26' }),
    );
    expect(again.code).toBe('IMMEDIATE_RISK_DECLARED');
    expect(again.emergencyNumbers.map(({ number }) => number)).toEqual(['999', '01632 960 200', '01632 960 201']);
  });

  test('no email, history or log line says who anyone is', async () => {
    expect(personalIn(JSON.stringify(workedCase('C01'))).length).toBeGreaterThan(8);
    expect(await leaks(at)).toEqual([]);
    expect((await mailsOf(at)).length).toBeGreaterThan(20);
    expect(at.logged()).toContain('notice-settled');
  });

  test('every link in an email begins with the base URL and ends at white space', async () => {
    expect(await strangeLinks(at)).toEqual([]);
  });
});
