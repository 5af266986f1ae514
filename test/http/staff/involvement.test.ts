import { describe, expect, it } from 'vitest';
import { involvementFaultWords, involvementWords } from '#web/staff/decide/involvement-words.ts';
import { hidden } from '../browser.ts';
import { checkedCase, otherReference, reference, storedCheck, withTask } from '../records.ts';
import { accept, taskId, triageWorld } from './world.ts';

const address = `/triage/tasks/${taskId}`;

async function decided(fields: object = {}, recommendation = 'ELIGIBLE') {
  const world = await triageWorld({ check: storedCheck({ triageRecommendation: recommendation }) });
  const colleague = await world.signIn(world.second);
  const using = await world.signIn(world.token);
  const page = await using.get(address);
  await using.get(`${address}/evidence/0`);
  const own = { csrf: hidden(page, 'csrf'), taskId };
  const answer = await using.post(address, { ...accept, reason: 'As agreed', ...fields, ...own });
  expect(answer.status).toBe(303);
  const decision = async () => (await world.stores.cases.readCase(reference))?.task?.decision;
  const correct = (typed: object, as = using) => as.post(`${address}/involvement`, { ...own, ...typed });
  return { ...world, using, colleague, page, own, decision, correct };
}

describe('what is recorded of how someone decides', () => {
  it('is said before they do, and that it is not for appraisal', async () => {
    const { page } = await decided();
    for (const said of [involvementWords.recorded, involvementWords.notForAppraisal]) expect(page.body).toContain(said);
  });

  it('is what they had opened, the meeting, and whether it goes against the checks', async () => {
    const { decision, using } = await decided();
    expect((await decision())?.involvement).toEqual({ read: ['RECORD', 'DOCUMENTS', 'MEETING'], against: false });
    const { body } = await using.get(address);
    for (const said of [involvementWords.DOCUMENTS, involvementWords.FOLLOWS]) expect(body).toContain(said);
  });

  it.each([
    [{ outcome: 'DECLINE' }, 'ELIGIBLE', true],
    [{ outcome: 'REDIRECT' }, 'LIKELY_INELIGIBLE', false],
    [{ outcome: 'INVITE_GROUP' }, 'LIKELY_INELIGIBLE', true],
    [{ outcome: 'DEFER_TO_MEETING' }, 'ELIGIBLE', null],
    [{ outcome: 'DECLINE' }, 'REVIEW', null],
  ])('%j where the checks say %s goes against them: %s', async (fields, recommendation, against) => {
    const { decision } = await decided(fields, recommendation);
    expect((await decision())?.involvement?.against).toBe(against);
  });

  it('stands in the event of the decision, for the history', async () => {
    const { stores } = await decided();
    const theCase = await stores.cases.readCase(reference);
    expect(theCase?.history.at(-1)).toMatchObject({
      event: 'DECISION_RECORDED',
      read: expect.any(Array),
      against: false,
    });
  });

  it('of a possible duplicate says nothing of what the checks suggest, before and after', async () => {
    const theCase = withTask(checkedCase('POSSIBLE_DUPLICATE', [], otherReference), 'DUPLICATE');
    const world = await triageWorld({ theCase });
    const using = await world.signIn(world.token);
    const page = await using.get(address);
    expect(page.body).toContain(involvementWords.recordedAlone);
    expect(page.body).not.toContain(involvementWords.recorded);
    const { deciderName, deciderRole } = accept;
    const typed = { deciderName, deciderRole, outcome: 'NOT_A_DUPLICATE', reason: 'Twins', confirm: '1' };
    await using.post(address, { ...typed, csrf: hidden(page, 'csrf'), taskId });
    const { body } = await using.get(address);
    expect(body).toContain(involvementWords.title);
    expect(body).not.toContain(involvementWords.against);
  });

  it('does not count what a colleague read', async () => {
    const world = await triageWorld();
    await (await world.signIn(world.second)).get(address);
    const using = await world.signIn(world.token);
    const csrf = hidden(await using.get('/staff'), 'csrf');
    await using.post(address, { ...accept, meetingOn: '', present: '', csrf, taskId });
    expect((await world.stores.cases.readCase(reference))?.task?.decision?.involvement?.read).toEqual([]);
  });
});

describe('a correction of it', () => {
  it('is made by who decided, with a reason, and what was recorded stays', async () => {
    const { correct, decision, using, stores } = await decided();
    expect((await correct({ readPACK: '1', reason: 'I read the pack on paper' })).status).toBe(303);
    expect((await decision())?.involvement).toMatchObject({
      read: ['RECORD', 'DOCUMENTS', 'MEETING'],
      corrected: { read: ['PACK'], reason: 'I read the pack on paper' },
    });
    expect((await using.get(address)).body).toContain(involvementWords.corrected);
    const events = (await stores.cases.readCase(reference))?.history.map(({ event }) => event);
    expect(events?.at(-1)).toBe('INVOLVEMENT_CORRECTED');
  });

  it('without a reason (half-finished) answers 422 and says so at its box', async () => {
    const { correct, decision } = await decided();
    const answer = await correct({ readPACK: '1', reason: ' ' });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(involvementFaultWords.REASON_MISSING);
    expect((await decision())?.involvement?.corrected).toBeUndefined();
  });

  it('is not offered to a colleague, and refused to them (hostile)', async () => {
    const { colleague: late, decision } = await decided();
    const page = await late.get(address);
    expect(page.body).not.toContain(involvementWords.record);
    const csrf = hidden(await late.get(address), 'csrf');
    const answer = await late.post(`${address}/involvement`, { csrf, taskId, reason: 'Not mine' });
    expect([answer.status, (await decision())?.involvement?.corrected]).toEqual([403, undefined]);
  });
});
