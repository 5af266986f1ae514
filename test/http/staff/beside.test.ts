import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { seededId } from '#domain/people/seed.ts';
import { newTodo } from '#domain/people/todo.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { decisionWords } from '#web/staff/decide/decision-words.ts';
import { STANDING_DIED, standingWords } from '#web/staff/record/standing.ts';
import { besideWords } from '#web/staff/words.ts';
import { hidden } from '../browser.ts';
import { caseOnReceipt, checkedCase, otherReference, reference, storedReferral, withTask } from '../records.ts';
import { taskId, triageWorld } from './world.ts';

const address = `/triage/tasks/${taskId}`;
const at = '2026-09-20T10:00:00.000Z';
const held = withTask(checkedCase('POSSIBLE_DUPLICATE', ['SAME_NHS_NUMBER_AND_DOB'], otherReference), 'DUPLICATE');
const second = {
  ...referralExample,
  referrer: { ...referralExample.referrer, name: 'Second Referrer', phone: '01632 960123' },
  evidence: [{ evidenceId: 'uploaded-2', type: 'CARE_PLAN', title: 'Plan of the second referrer' }],
};
const withOther = async (theCase: Case, changes: Partial<Case> = {}) => {
  const world = await triageWorld({ theCase });
  await world.stores.cases.createCase({ ...caseOnReceipt(otherReference), ...changes });
  await world.stores.referrals.putReferral({ ...storedReferral(second), reference: otherReference });
  world.evidence.upload('local', 'uploaded-2');
  return { ...world, using: await world.signIn() };
};
const joined = [{ reference: otherReference, referralOn: '2026-09-20', receivedAt: at, at }];
const survivor = { ...withTask(checkedCase('TRIAGE'), 'TRIAGE'), joined };

test.each([
  ['while that is asked', held],
  ['once it was joined to the case that continues', survivor],
])('shows child, birth date, referrer, dates and documents of the other %s, as a reading of it', async (_, theCase) => {
  const { using, readings } = await withOther(theCase);
  const { body } = await using.get(address);
  const { child } = referralExample;
  for (const shown of [`${child.firstName} ${child.lastName}`, 'Second Referrer', '01632 960123', 'Plan of the second'])
    expect(body).toContain(shown);
  expect(readings.filter(({ what }) => what === 'RECORD')).toHaveLength(2);
  const file = `${address}/with/${otherReference}/evidence/0`;
  expect(body).toContain(`href="${file}"`);
  expect((await using.get(file)).status).toBe(303);
  expect(readings.at(-1)?.what).toBe('EVIDENCE_0');
});

test.each(['TELL_IN_PERSON', 'CONFIRM_BAND', 'LOOK_AGAIN'] as const)(
  'shows and opens those of the one that was joined to it on the page of a %s, too',
  async (kind) => {
    const { signIn, putLink, stores, readings } = await withOther({ ...survivor, task: null });
    const [mailbox, due] = ['triage-1@example.org', '2026-10-01T08:00:00.000Z'];
    const asked = { kind, cause: 'LISTED', why: 'LISTED', for: `PERSON:${seededId(mailbox)}` };
    const todo = newTodo({ ...asked, reference, openedAt: at, due });
    await stores.todos.createTodo(todo);
    const using = await signIn(await putLink('of the TODO', { mailbox, taskId: todo.id }));
    const { body } = await using.get(`/triage/tasks/${todo.id}`);
    for (const shown of [besideWords.joined(otherReference), 'Second Referrer', 'Plan of the second']) {
      expect(body).toContain(shown);
    }
    expect(readings.filter(({ what }) => what === 'RECORD')).toHaveLength(2);
    expect((await using.get(`/triage/tasks/${todo.id}/with/${otherReference}/evidence/0`)).status).toBe(303);
    expect((await using.get(`/triage/tasks/${todo.id}/with/22222222222/evidence/0`)).status).toBe(404);
  },
);

test.each([
  ['that is neither asked about nor joined', withTask(checkedCase('TRIAGE'), 'TRIAGE'), otherReference],
  ['that is not there', held, '22222222222'],
  ['by no reference (malformed)', held, 'constructor'],
])('opens no file of a referral %s (hostile)', async (_, theCase, wanted) => {
  const { using, readings } = await withOther(theCase);
  for (const file of ['evidence/0', 'evidence/0/1', 'early-help-assessment']) {
    expect((await using.get(`${address}/with/${wanted}/${file}`)).status).toBe(404);
  }
  expect(readings.filter(({ what }) => what.startsWith('EVIDENCE'))).toEqual([]);
});

test('says so when the other is no longer there', async () => {
  const { signIn } = await triageWorld({ theCase: held });
  expect((await (await signIn()).get(address)).body).toContain(besideWords.lost);
});

const death = { at, by: MACHINE, before: { status: 'RECEIVED', outcome: null, next: 'CHECK', list: null } } as const;
test.each<[string, Partial<Case>, string, string]>([
  [
    'was declined',
    { status: 'DECLINED', outcome: 'DECLINE' },
    standingWords.DECLINED,
    decisionWords.DUPLICATE_OF_ENDED,
  ],
  ['was withdrawn', { status: 'WITHDRAWN' }, standingWords.WITHDRAWN, decisionWords.DUPLICATE_OF_ENDED],
  ['was redirected', { status: 'REDIRECTED' }, standingWords.REDIRECTED, decisionWords.DUPLICATE_OF_ENDED],
  ['is of a child who has died', { status: 'WITHDRAWN', death }, STANDING_DIED, decisionWords.DUPLICATE_OF_DIED],
])('says that the other %s, and refuses to close this one for it (late)', async (_, changes, standing, said) => {
  const { using } = await withOther(held, changes);
  const page = await using.get(address);
  expect(page.body).toContain(standing);
  const typed = {
    outcome: 'CONFIRMED_DUPLICATE',
    reason: 'The very same',
    deciderName: 'Sam Field',
    deciderRole: 'Lead',
  };
  const answer = await using.post(address, { ...typed, csrf: hidden(page, 'csrf'), taskId });
  expect(answer.status).toBe(422);
  for (const shown of [said, 'The very same', 'value="Lead"']) expect(answer.body).toContain(shown);
});

test('says that the other is open, and takes a duplicate of it', async () => {
  const { using } = await withOther(held);
  const page = await using.get(address);
  expect(page.body).toContain(standingWords.RECEIVED);
  const typed = {
    confirm: '1',
    outcome: 'CONFIRMED_DUPLICATE',
    reason: 'The very same',
    deciderName: 'Sam Field',
    deciderRole: 'Lead',
  };
  expect((await using.post(address, { ...typed, csrf: hidden(page, 'csrf'), taskId })).status).toBe(303);
});

/** The row of one fact in the table of both. */
const rowOf = (body: string, fact: string) => body.split('<tr').find((row) => row.includes(`${fact}</th>`)) ?? '';

test('puts both side by side, and says in words which facts differ', async () => {
  const { using } = await withOther(held);
  const { body } = await using.get(address);
  const { child, referrer } = referralExample;
  const [name, who] = [rowOf(body, 'Child'), rowOf(body, 'Referrer')];
  expect(name.split(`${child.firstName} ${child.lastName}`)).toHaveLength(3);
  expect(name).not.toContain(besideWords.differs);
  for (const shown of [besideWords.differs, referrer.name, 'Second Referrer']) expect(who).toContain(shown);
  expect(rowOf(body, 'Received')).not.toContain(besideWords.differs);
});

test('tells each referrer of the other only where that is selected, which is never selected before', async () => {
  const { using, stores } = await withOther(held);
  const page = await using.get(address);
  expect(page.body).toMatch(/name="tellOther" value="YES"(?![^>]*checked)/);
  const decided = {
    confirm: '1',
    outcome: 'CONFIRMED_DUPLICATE',
    reason: 'The very same',
    deciderName: 'Sam Field',
    deciderRole: 'Lead',
  };
  await using.post(address, { ...decided, tellOther: 'YES', csrf: hidden(page, 'csrf'), taskId });
  expect((await stores.cases.readCase(reference))?.task?.decision).toMatchObject({ tellsOfOther: true });
});
