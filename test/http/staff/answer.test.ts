import { expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { personActor } from '#domain/people/actor.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { staffAnswerFaultWords, staffAnswerWords } from '#web/staff/answer/words.ts';
import { checkedCase, storedReferral, withTask } from '../records.ts';
import { meetingWorld, nth } from './meeting-world.ts';

const ask: Case['ask'] = {
  ...{ why: 'INFORMATION_REQUESTED', question: 'How does she play?', failed: [], untilAt: null },
  by: personActor('someone', 'Sam Someone', 'triager'),
};
const said = { name: 'Jo Visitor', 'on-day': '24', 'on-month': '9', 'on-year': '2026', text: 'She plays alone' };

/** Someone of the team has asked the referrer of this referral, and is signed in. */
async function asked(patch: Partial<Case> = {}, role: 'TRIAGER' | 'ADMINISTRATOR' = 'TRIAGER') {
  const world = await meetingWorld([], role);
  const reference = nth(7);
  const open = withTask({ ...checkedCase('ASK_REFERRER'), reference, ask, next: 'ASK_REFERRER' }, 'REFERRER');
  await world.stores.referrals.putReferral({ ...storedReferral(referralExample), reference });
  await world.stores.cases.createCase({ ...open, status: 'AWAITING_REFERRER', ...patch });
  const address = `/staff/records/${reference}/answer`;
  return { ...world, reference, address, read: () => world.stores.cases.readCase(reference) };
}

it('is recorded with who gave it and who recorded it, and goes to the checks again', async () => {
  const { post, address, read, using } = await asked();
  expect((await using.get(address)).body).toContain('How does she play?');
  const recorded = await post(address, said);
  expect([recorded.status, recorded.body.includes(staffAnswerWords.told)]).toEqual([200, true]);
  expect(recorded.body).toContain(`href="${address.replace('/answer', '')}">${staffAnswerWords.back}`);
  const theCase = await read();
  expect(theCase).toMatchObject({ next: 'CHECK', status: 'IN_TRIAGE', task: null });
  expect(theCase?.answers).toMatchObject([
    { text: 'She plays alone', given: { name: 'Jo Visitor', on: '2026-09-24', by: { kind: 'PERSON', id: 'someone' } } },
  ]);
});

it('takes ages by the questions of the form', async () => {
  const { post, address, read } = await asked();
  expect((await post(address, { ...said, do: 'tool' })).body).toContain('name="development.tool"');
  const ages = {
    ...{ 'development.tool': 'SOGS', 'development.gives': 'AGES', 'development.locomotor.age': '11' },
    ...{
      'development.assessedOn-day': '1',
      'development.assessedOn-month': '9',
      'development.assessedOn-year': '2026',
    },
  };
  await post(address, { ...said, ...ages });
  expect((await read())?.answers[0]?.areas).toMatchObject([{ area: 'locomotor', developmentalAgeMonths: 11 }]);
});

it('names everything that is missing, and keeps what was typed (half-finished)', async () => {
  const { post, address, read } = await asked();
  const answer = await post(address, { text: '', name: '' });
  expect(answer.status).toBe(422);
  for (const word of ['NAME_MISSING', 'DATE_MISSING', 'ANSWER_MISSING'] as const)
    expect(answer.body).toContain(staffAnswerFaultWords[word]);
  expect((await post(address, { ...said, 'on-year': '2027' })).body).toContain('She plays alone</textarea>');
  expect((await read())?.answers).toEqual([]);
});

it('counts once (twice), and not where nothing is asked', async () => {
  const { post, address, read } = await asked();
  await post(address, said);
  expect((await post(address, said)).status).toBe(409);
  expect((await read())?.answers).toHaveLength(1);
});

it('counts after the deadline too, until someone decides (late)', async () => {
  const { task } = withTask({ ...checkedCase('TRIAGE'), reference: nth(7) }, 'TRIAGE');
  const silent = ask && { ...ask, notAnsweredAt: '2026-09-24T07:00:00.000Z' };
  const world = await asked({ status: 'IN_TRIAGE', next: 'TRIAGE', task, ask: silent });
  const { body } = await world.using.get(world.address);
  expect([body.includes(staffAnswerWords.noDocuments), body.includes(staffAnswerWords.documents)]).toEqual([
    true,
    false,
  ]);
  expect((await world.post(world.address, said)).status).toBe(200);
  expect((await world.read())?.answers).toHaveLength(1);
});

it('is offered on the record and under Today to who asked', async () => {
  const { using, address } = await asked();
  const { body } = await using.get('/staff');
  for (const part of [staffAnswerWords.waiting, `href="${address}"`]) expect(body).toContain(part);
});

it('is not for who may not decide', async () => {
  const { using, address } = await asked({}, 'ADMINISTRATOR');
  expect((await using.get(address)).status).toBe(403);
});
