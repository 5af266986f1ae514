import { expect, test } from 'vitest';
import { recordChannel } from '#application/intake/record-channel.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { settleNotice } from '#application/notices/settle-notice.ts';
import { confirmChannel } from '#application/todos/confirm-channel.ts';
import { tellInPerson } from '#application/todos/tell-in-person.ts';
import { seededId } from '#domain/people/seed.ts';
import { listed, reference, referral } from '../notices/sample.ts';
import { world } from '../notices/world.ts';

const person = (mailbox: string) => ({ kind: 'PERSON', id: seededId(mailbox), name: 'Sam', role: 'triager' }) as const;
const [first, second] = [person('triage-1@example.org'), person('triage-2@example.org')];
const address = '1 Example Street, Taunton, TA1 9ZZ';
const parent = { name: 'A. Mother', email: 'mother@example.org', address, safeContact: 'Only by text' };
const letterTo = (place: number) => `FAMILY_LETTER-FAMILY-${place}`;

/** A listed child of a flagged family, whom someone is to tell in person. */
async function flagged(parents: (typeof referral)['family']['parents'] = [parent]) {
  const theCase = { ...listed('INITIAL_ASSESSMENT'), next: 'DONE', outbox: [] } as const;
  const it = await world({ ...theCase, outbox: [] }, { body: { ...referral, family: { parents } } });
  const { stores, clock, post } = it;
  const deps = { ...it.deps, sendNotices: sendNotices(it.deps) };
  await it.send('OUTCOME');
  const todos = async (kind: string) => (await stores.todos.todosOf(reference)).filter((one) => one.kind === kind);
  return {
    ...{ ...it, deps, todos },
    letters: () => post.sent.filter(({ tags }) => tags.noticeId.startsWith('FAMILY_LETTER')).map(({ to }) => to),
    /** One person records a way and another confirms it. */
    confirm: async (channel: 'EMAIL' | 'POST' | 'TELEPHONE', place = 0, times = 1) => {
      const said = { parent: `${place}`, channel, on: '2026-10-24', reason: 'She told me' };
      expect(await recordChannel(deps)({ reference, by: first, ...said })).toEqual({ kind: 'DONE' });
      const todo = (await todos('CONFIRM_CHANNEL')).find(({ done }) => !done);
      for (let n = 0; todo && n < times; n += 1) await confirmChannel(deps)(todo, second);
    },
    sweep: async () => {
      clock.advanceMinutes(1);
      for (const due of await stores.indexes.due('NOTICE', clock.now(), 100))
        if ('noticeId' in due) await settleNotice(deps)(due.reference, due.noticeId);
    },
  };
}

test('a letter that someone was to say in person is emailed once two people found that safe, and the task ends', async () => {
  const { confirm, sweep, letters, ledger, todos } = await flagged();
  expect((await ledger()).find(({ id }) => id === letterTo(0))?.state).toBe('FOR_A_PERSON');
  await confirm('EMAIL');
  await sweep();
  expect(letters()).toEqual(['mother@example.org']);
  expect((await todos('TELL_IN_PERSON')).map(({ done }) => done?.why)).toEqual(['SENT']);
});

test('pressing twice sends it once (twice)', async () => {
  const { confirm, sweep, letters } = await flagged();
  await confirm('EMAIL', 0, 2);
  await sweep();
  await sweep();
  expect(letters()).toEqual(['mother@example.org']);
});

test('a way by post asks who prints letters, and no one is to tell them in person', async () => {
  const { confirm, sweep, letters, todos } = await flagged();
  await confirm('POST');
  await sweep();
  expect(letters()).toEqual([]);
  expect(await todos('PRINT_LETTER')).toHaveLength(1);
  expect((await todos('TELL_IN_PERSON')).map(({ done }) => done?.why)).toEqual(['SENT']);
});

test('a way by phone sends nothing, and the task stays', async () => {
  const { confirm, sweep, post, todos } = await flagged([{ ...parent, phone: '01632 960101' }]);
  const before = post.sent.length;
  await confirm('TELEPHONE');
  await sweep();
  expect(post.sent.slice(before)).toEqual([]);
  expect((await todos('TELL_IN_PERSON')).map(({ done }) => done)).toEqual([undefined]);
});

test('of two parents one is emailed, and the task stays for the other', async () => {
  const father = { name: 'B. Father', email: 'father@example.org' };
  const { confirm, sweep, letters, todos } = await flagged([parent, father]);
  await confirm('EMAIL');
  await sweep();
  expect(letters()).toEqual(['mother@example.org']);
  expect((await todos('TELL_IN_PERSON')).map(({ done }) => done)).toEqual([undefined]);
  await confirm('EMAIL', 1);
  await sweep();
  expect(letters()).toEqual(['mother@example.org', 'father@example.org']);
  expect((await todos('TELL_IN_PERSON')).map(({ done }) => done?.why)).toEqual(['SENT']);
});

test('what someone has told them already is not sent (late)', async () => {
  const { confirm, sweep, letters, todos, deps } = await flagged();
  const [todo] = await todos('TELL_IN_PERSON');
  if (!todo) throw new Error('no one was asked');
  await tellInPerson(deps)(todo, first, { how: 'BY_PHONE', on: '2026-09-24', words: 'Sam Field' });
  await confirm('EMAIL');
  await sweep();
  expect(letters()).toEqual([]);
});
