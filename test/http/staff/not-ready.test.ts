import { describe, expect, it } from 'vitest';
import { applyChange } from '#domain/case/change.ts';
import { NOT_READY } from '#web/access/not-ready.ts';
import { caseOnReceipt, checkedCase, reference, withTask } from '../records.ts';
import { referrerWorld } from '../referral/world.ts';
import { taskId, triageWorld } from './world.ts';

const moment = { now: '2026-09-24T07:00:00.000Z', policyVersion: 1 };
const beforeTriage = { ...checkedCase('TRIAGE'), version: 1 };

describe('a link that is opened before its task is written', () => {
  it.each([
    ['to decide', beforeTriage],
    ['to look at a possible duplicate', { ...checkedCase('POSSIBLE_DUPLICATE'), version: 1 }],
    ['to say whether a person sent it', { ...caseOnReceipt(), version: 1 }],
  ])('%s says that it works in a moment, and not that it may have been used', async (_what, theCase) => {
    const { newBrowser, putLink, stores, mailer, clock } = await triageWorld({ theCase });
    const token = await putLink('fresh', { createdAt: clock.now() });
    for (const answer of [
      await newBrowser().get(`/triage/l/${token}`),
      await newBrowser().post(`/triage/l/${token}`),
    ]) {
      expect([answer.status, answer.headers['retry-after']]).toEqual([503, '30']);
      expect(answer.body).toContain(NOT_READY);
    }
    expect(mailer.sent).toEqual([]);
    await stores.cases.saveCase({ ...withTask(theCase, 'TRIAGE'), version: 2 });
    expect((await newBrowser().get(`/triage/l/${token}`)).status).toBe(200);
  });

  it('of a referrer who is asked says the same', async () => {
    const { newBrowser, putLink, clock } = await referrerWorld(beforeTriage, 'ANSWER');
    const token = await putLink('referrer01@example.org', { createdAt: clock.now() });
    expect((await newBrowser().get(`/referral/l/${token}`)).body).toContain(NOT_READY);
  });

  it.each([
    ['an hour later, when its task never came (late)', {}, 60],
    ['of someone who is not in the team, to another task', { taskId: `${reference}-T2` }, 0],
  ])('looks unknown %s', async (_what, patch, minutes) => {
    const { newBrowser, putLink, clock } = await triageWorld({ theCase: beforeTriage });
    const token = await putLink('one', { createdAt: clock.now(), taskId, ...patch });
    clock.advanceMinutes(minutes);
    expect((await newBrowser().get(`/triage/l/${token}`)).status).toBe(404);
  });

  it('looks unknown once the case has ended', async () => {
    const theCase = applyChange(beforeTriage, moment, { status: 'WITHDRAWN', outcome: 'WITHDRAWN' });
    const { newBrowser, putLink, clock } = await triageWorld({ theCase });
    const token = await putLink('fresh', { createdAt: clock.now() });
    expect((await newBrowser().get(`/triage/l/${token}`)).status).toBe(404);
  });
});
