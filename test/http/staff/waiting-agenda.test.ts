import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { personActor } from '#domain/people/actor.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { meetingWords } from '#web/staff/meetings/words.ts';
import { checkedCase, storedReferral, withTask } from '../records.ts';
import { AGENDA, agendaIn, meetingWorld, NEXT, nth, told } from './meeting-world.ts';

const risk = 'She is alone with her father on weekends';
const ask: Case['ask'] = {
  ...{ why: 'INFORMATION_REQUESTED', question: 'How does she play?', failed: [], untilAt: null },
  ...{ by: personActor('someone', 'Sam Someone', 'triager'), riskWhileWaiting: risk },
};

/** A meeting is on today. The team waits for the referrer of this referral, or asked in vain. */
async function asked(kind: 'REFERRER' | 'TRIAGE', more: Partial<Case> = {}, body: unknown = referralExample) {
  const world = await meetingWorld();
  const reference = nth(7);
  const open = withTask({ ...checkedCase(kind === 'TRIAGE' ? 'TRIAGE' : 'ASK_REFERRER'), reference, ask }, kind);
  await world.stores.referrals.putReferral({ ...storedReferral(body), reference });
  if (!open.task) return expect.fail('No task.');
  const status = kind === 'TRIAGE' ? 'IN_TRIAGE' : 'AWAITING_REFERRER';
  const dueAt = kind === 'TRIAGE' ? '2026-09-24T10:00:00.000Z' : '2026-10-01T08:00:00.000Z';
  await world.stores.cases.createCase({ ...open, status, ...more, task: { ...open.task, dueAt } });
  return { ...world, reference };
}

describe('a referral about which the team asked', () => {
  it('stands on the next agenda while it waits, marked until when and with the risk, and cannot be decided', async () => {
    const { using, reference } = await asked('REFERRER');
    const { body } = await using.get(AGENDA);
    expect(agendaIn(body)).toContain(reference);
    expect(body).toMatch(new RegExp(meetingWords.waiting('\\d+ October 2026')));
    expect(body).toContain(risk);
    expect(body).not.toContain(`value="${reference}-T1"`);
    expect(agendaIn((await using.get(`/staff/meetings/${NEXT}`)).body)).not.toContain(reference);
  });

  it('is in the pack, with the question and the risk', async () => {
    const { using } = await asked('REFERRER');
    const { body } = await using.get(`${AGENDA}/pack`);
    for (const said of ['Waiting for the referrer until', 'How does she play?', risk]) expect(body).toContain(said);
  });

  it('is in the pack without their words, where paper could tell where a flagged family lives', async () => {
    const { using } = await asked('REFERRER', {}, told);
    const { body } = await using.get(`${AGENDA}/pack`);
    expect(body).toContain('Waiting for the referrer until');
    for (const typed of ['How does she play?', risk]) expect(body).not.toContain(typed);
  });

  it('stays on the agenda of the meeting at which it waited, once that is kept', async () => {
    const { using, post, reference, stores } = await asked('REFERRER');
    await post(AGENDA, { others: 'Bo Harper' });
    const theCase = await stores.cases.readCase(reference);
    if (!theCase) return expect.fail('No case.');
    await stores.cases.saveCase({ ...theCase, version: theCase.version + 1, task: null, next: 'CHECK' });
    expect((await using.get(AGENDA)).body).toContain(meetingWords.waited);
  });

  it.each([
    ['ANSWERED', meetingWords.answered],
    ['NOT_ANSWERED', meetingWords.notAnswered],
  ] as const)('is marked where it was %s', async (askedAgain, said) => {
    const { using } = await asked('TRIAGE', { askedAgain });
    const { body } = await using.get(AGENDA);
    for (const part of [`<strong>${said}</strong>`, risk]) expect(body).toContain(part);
  });
});
