import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { personActor, referrerActor } from '#domain/people/actor.ts';
import { exchange } from '#test/kit/words/referral.ts';
import { triageOutcomes } from '#web/components/record/words.ts';
import { answerAt } from '#web/staff/answer/page.ts';
import { sinceViews } from '#web/staff/record/since.ts';
import { sinceWords } from '#web/staff/record/since-words.ts';
import { checkedCase, reference, withAsk, withTask } from '../records.ts';
import { declined } from '../referral/standings.ts';
import { taskId, triageWorld } from './world.ts';

const sam = personActor('sam', 'Sam Field', 'triager');
const moment = { now: '2026-09-24T07:00:00.000Z', policyVersion: 1 };
const ask: Case['ask'] = {
  ...{ why: 'INFORMATION_REQUESTED', question: exchange.question, failed: [], untilAt: null },
  ...{ by: sam, riskWhileWaiting: 'She may lose weight' },
};
const back = (askedAgain: 'ANSWERED' | 'NOT_ANSWERED', more: Partial<Case['ask'] & object> = {}): Case => ({
  ...withTask(withAsk(checkedCase('TRIAGE'), { ...ask, ...more }), 'TRIAGE'),
  askedAgain,
});
const silent = back('NOT_ANSWERED', { notAnsweredAt: moment.now });

const reopened: Case = {
  ...withTask({ ...checkedCase('TRIAGE'), decisions: declined.decisions }, 'TRIAGE'),
  reopened: { times: 1, at: '2026-09-30T08:00:00.000Z', by: sam, familyKnew: true },
  lookAgain: { at: moment.now, by: referrerActor(), words: 'A new report has come' },
};

async function pageOf(theCase: Case): Promise<string> {
  const world = await triageWorld({ theCase });
  const using = await world.signIn(world.token);
  return (await using.get(`/triage/tasks/${taskId}`)).body;
}

describe('what brought a referral back to the team stands above its record', () => {
  it('a question that was answered, with what was asked, the risk, who asked, and the way to the answer', async () => {
    const body = await pageOf(back('ANSWERED'));
    for (const said of [sinceWords.answered, exchange.question, 'She may lose weight', 'Sam Field, triager'])
      expect(body.slice(0, body.indexOf('At a glance'))).toContain(said);
    expect(body).toContain(`href="#answers">${sinceWords.readAnswer}`);
  });

  it('a question that was not answered, with the way to record an answer after all (late)', async () => {
    const body = await pageOf(silent);
    expect(body).toContain(sinceWords.notAnswered);
    expect(body).toContain(`href="${answerAt(reference)}"`);
  });

  it('a reopened one, with what was decided before and why it was asked about', () => {
    const [since] = sinceViews(reopened, '');
    expect(since?.title).toBe(sinceWords.reopened('30 September 2026'));
    expect(since?.rows.map(({ value }) => value)).toEqual([
      triageOutcomes.DECLINE,
      'As agreed',
      'Sam Field, Portage practitioner',
      'A new report has come',
    ]);
  });

  it('nothing, where the team reads it for the first time', () => {
    expect(sinceViews(withTask(checkedCase('TRIAGE'), 'TRIAGE'), '')).toEqual([]);
  });
});
