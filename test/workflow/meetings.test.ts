import { expect, test } from 'vitest';
import { nextMeeting, readAgenda } from '#application/meetings/read-agenda.ts';
import { taskDueAt } from '#domain/case/task.ts';
import { instance } from './instance.ts';
import { caseOf, decideForGood, nextDigest, refer, waitInVain } from './road.ts';

const fortnightly = ['2026-09-28', '2026-10-12', '2026-10-26'].map((on) => ({ on, from: '09:30', until: '11:00' }));

/** When the task of this case is due, and when people are reminded next. */
async function waitOf(one: ReturnType<typeof instance>, reference: string) {
  const { task } = await one.cases.readCase(reference).then((found) => ({ task: found?.task ?? undefined }));
  return task && { due: taskDueAt(task), waitEnds: task.dueAt, round: task.round };
}

test('a referral is due at the end of the first meeting three working days away, and reminded the morning after', async () => {
  const one = instance({ meetings: fortnightly });
  const reference = await refer(one, 'C01');
  expect(await waitOf(one, reference)).toEqual({
    due: '2026-10-12T10:00:00.000Z',
    waitEnds: '2026-10-13T08:00:00.000Z',
    round: 0,
  });
  await waitInVain(one);
  expect(one.clock.now()).toBe('2026-10-13T08:00:00.000Z');
});

test('reminders count from there, and what was due stays due', async () => {
  const one = instance({ meetings: fortnightly });
  const reference = await refer(one, 'C01');
  await waitInVain(one);
  expect(await waitOf(one, reference)).toEqual({
    due: '2026-10-12T10:00:00.000Z',
    waitEnds: '2026-10-19T08:00:00.000Z',
    round: 1,
  });
  await waitInVain(one);
  expect(one.clock.now()).toBe('2026-10-19T08:00:00.000Z');
  await nextDigest(one);
  expect(one.mail.filter(({ to }) => to === 'manager@example.org')).toHaveLength(1);
});

test('past the last meeting of the calendar, the days of the policy count', async () => {
  const one = instance({ meetings: fortnightly.slice(0, 1) });
  const reference = await refer(one, 'C01');
  expect(await waitOf(one, reference)).toMatchObject({ due: '2026-09-29T08:00:00.000Z' });
  expect((await caseOf(one, reference)).shown).toBe('IN_TRIAGE');
});

test('the wait for people lasts until then from the first: no workflow wakes in between', async () => {
  const one = instance({ meetings: fortnightly });
  await refer(one, 'C01');
  const before = one.invoked.length;
  one.clock.advanceMinutes(60 * 24 * 18);
  await one.drain();
  expect(one.invoked.length).toBe(before);
});

test('what is deferred is due at the end of the meeting that it is deferred to, however near', async () => {
  const one = instance({ meetings: fortnightly });
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, 'DEFER_TO_MEETING');
  expect(await caseOf(one, reference)).toMatchObject({ askedAgain: 'DEFERRED', deferredTo: { on: '2026-09-28' } });
  expect(await waitOf(one, reference)).toEqual({
    due: '2026-09-28T10:00:00.000Z',
    waitEnds: '2026-09-29T08:00:00.000Z',
    round: 0,
  });
  const before = one.invoked.length;
  one.clock.advanceMinutes(60 * 24 * 4);
  await one.drain();
  expect(one.invoked.length).toBe(before);
});

test('without a calendar a deferral waits as it did, for the days of the policy', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, 'DEFER_TO_MEETING');
  expect(await caseOf(one, reference)).not.toHaveProperty('deferredTo');
  expect(await waitOf(one, reference)).toMatchObject({ due: '2026-09-29T08:00:00.000Z' });
});

test('what no one decided in time stays on the agenda when it waits for an operator too', async () => {
  const weekly = ['2026-09-28', '2026-10-05', '2026-12-07'].map((on) => ({ on, from: '09:30', until: '11:00' }));
  const one = instance({ meetings: weekly });
  const reference = await refer(one, 'C01');
  const parked = async () => (await caseOf(one, reference)).parked?.why;
  for (let rounds = 0; rounds < 10 && (await parked()) === undefined; rounds += 1) await waitInVain(one);
  expect(await parked()).toBe('NOBODY_DECIDED');
  const next = nextMeeting(weekly, one.clock.now());
  const agenda = next && (await readAgenda({ ...one, now: one.clock.now })(weekly, next));
  expect(agenda?.items).toMatchObject([{ reference, isOpen: true }]);
});
