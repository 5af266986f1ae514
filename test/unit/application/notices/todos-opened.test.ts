import { expect, test } from 'vitest';
import { MACHINE } from '#domain/people/actor.ts';
import { todoDone } from '#domain/people/todo.ts';
import { caseWith, inId, listed, manager, reference, referral, taskOf, withdrawnAfterListing } from './sample.ts';
import { world } from './world.ts';

const unsafe = [{ name: 'A. Mother', email: 'mother@example.org', doNotContact: true }];
const withPhoneOnly = [{ name: 'A. Mother', phone: '01632 960001' }];
const families = [
  ['may be written to', referral.family.parents, ['CONFIRM_BAND']],
  ['must not be written to', unsafe, ['CONFIRM_BAND', 'TELL_IN_PERSON']],
  ['has a phone only', withPhoneOnly, ['CONFIRM_BAND', 'TELL_IN_PERSON']],
  [
    'has two parents, one of whom may be written to',
    [...referral.family.parents, ...withPhoneOnly],
    ['CONFIRM_BAND', 'TELL_IN_PERSON'],
  ],
] as const;

test.each(families)('a listed child whose family %s leaves staff this to do', async (_what, parents, kinds) => {
  const body = { ...referral, family: { parents: [...parents] } };
  const { send, stores, post } = await world(listed('INITIAL_ASSESSMENT'), { body });
  await send('OUTCOME');
  await send('OUTCOME');
  const todos = await stores.todos.todosOf(reference);
  expect(todos.map(({ kind }) => kind).sort()).toEqual(kinds);
  const asked = new Set(todos.map(({ id }) => id));
  const entries = (await stores.notices.noticesOf(reference)).flatMap(({ taskId }) => taskId ?? []);
  expect(new Set(entries)).toEqual(asked);
  for (const { text, tags } of post.sent) {
    const isAsking = /^TEAM_(LISTED|TELL)/.test(tags.noticeId);
    expect([tags.noticeId, text.includes('/triage/l/')]).toEqual([tags.noticeId, isAsking]);
  }
});

test.each(['IN_TRIAGE', 'DECLINED'] as const)(
  'a case that is %s leaves nothing to do beside its task',
  async (status) => {
    const { send, stores } = await world(caseWith({ status, task: taskOf('TRIAGE') }));
    await send('OUTCOME');
    expect(await stores.todos.todosOf(reference)).toEqual([]);
  },
);

test('an email that was put off is given up once what it asks for is done (late)', async () => {
  const body = { ...referral, family: { parents: unsafe } };
  const { send, settle, stores, post, clock, entryTo } = await world(listed('INITIAL_ASSESSMENT'), { body });
  post.setOutOfReach(true);
  await send('OUTCOME');
  post.setOutOfReach(false);
  clock.advanceMinutes(2);
  for (const todo of await stores.todos.todosOf(reference)) {
    const done = todoDone(todo, clock.now(), MACHINE);
    if (done) await stores.todos.saveTodo(done);
  }
  await settle(`TEAM_TELL_IN_PERSON-${inId(manager)}`);
  await settle(`TEAM_LISTED-${inId(manager)}`);
  expect(post.sent).toEqual([]);
  expect(await entryTo(manager)).toMatchObject({ state: 'FAILED', why: 'NO_LONGER_NEEDED' });
});

test.each([
  ['after it was on a list', withdrawnAfterListing(), ['TELL_IN_PERSON ENDED']],
  ['before that', caseWith({ status: 'WITHDRAWN', outcome: 'WITHDRAWN' }), []],
])('the service manager is asked at once to tell the family of what is withdrawn %s', async (_when, theCase, asked) => {
  const { send, stores } = await world(theCase);
  await send('OUTCOME');
  const todos = await stores.todos.todosOf(reference);
  expect(todos.map(({ kind, why }) => `${kind} ${why}`)).toEqual(asked);
});
