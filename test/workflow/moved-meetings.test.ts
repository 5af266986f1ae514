import { expect, test } from 'vitest';
import { changeMeetings } from '#application/meetings/change-meetings.ts';
import type { MeetingCommand } from '#application/meetings/meeting-command.ts';
import { taskDueAt } from '#domain/case/task.ts';
import { personActor } from '#domain/people/actor.ts';
import { Transient } from '#domain/problems/errors.ts';
import { testConfig } from '#test/http/service-config.ts';
import { instance } from './instance.ts';
import { caseOf, decide, decideForGood, refer, waitInVain } from './road.ts';

const meetings = ['2026-09-28', '2026-10-12', '2026-10-26'].map((on) => ({ on, from: '09:30', until: '11:00' }));
const by = personActor('alex', 'Alex Green', 'Service manager');
type Instance = ReturnType<typeof instance>;

const change = (one: Instance, command: MeetingCommand, cases = one.cases) =>
  changeMeetings({ ...one, cases, now: one.clock.now, config: { ...testConfig, meetings } })(command, by);
const add = (on: string): MeetingCommand => ({ change: 'ADD', first: on, from: '09:30', until: '11:00' });
const remove = (on: string): MeetingCommand => ({ change: 'REMOVE', on });

async function begun() {
  const one = instance({ meetings });
  const reference = await refer(one, 'C01');
  const due = async () => {
    const { task } = (await one.cases.readCase(reference)) ?? { task: null };
    return task && [taskDueAt(task), task.dueAt];
  };
  return { one, reference, due };
}

test('a meeting at another hour is when its referrals are due, and the history says who changed it', async () => {
  const { one, reference, due } = await begun();
  const result = await change(one, { change: 'CHANGE', on: '2026-10-12', from: '13:00', until: '14:30' });
  expect(result).toMatchObject({ followed: [reference] });
  expect(await due()).toEqual(['2026-10-12T13:30:00.000Z', '2026-10-13T08:00:00.000Z']);
  const event = (await one.cases.readCase(reference))?.history.at(-1);
  expect(event).toMatchObject({ event: 'DUE_DATE_MOVED', by, from: '2026-10-12T10:00:00.000Z' });
});

test('a meeting that moves to a later day takes its referrals with it, and no one is reminded before', async () => {
  const { one, due } = await begun();
  await change(one, remove('2026-10-12'));
  expect(await due()).toEqual(['2026-10-26T11:00:00.000Z', '2026-10-27T09:00:00.000Z']);
  await change(one, add('2026-10-14'));
  expect(await due()).toEqual(['2026-10-14T10:00:00.000Z', '2026-10-15T08:00:00.000Z']);
  const before = one.mail.length;
  one.clock.advanceMinutes(60 * 24 * 20);
  await one.sweep();
  expect([one.mail.length, one.clock.now() < '2026-10-15']).toEqual([before, true]);
  await waitInVain(one);
  expect(one.clock.now()).toBe('2026-10-15T08:00:00.000Z');
});

test('a meeting that moves to a sooner day has people reminded the morning after it', async () => {
  const { one, reference, due } = await begun();
  await change(one, remove('2026-10-12'));
  await change(one, add('2026-10-08'));
  expect(await due()).toEqual(['2026-10-08T10:00:00.000Z', '2026-10-09T08:00:00.000Z']);
  const before = one.mail.length;
  await one.sweep();
  expect(one.mail.length).toBe(before);
  await waitInVain(one);
  expect(one.clock.now()).toBe('2026-10-09T08:00:00.000Z');
  expect((await one.cases.readCase(reference))?.task?.round).toBe(1);
  await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'ON_WAITING_LIST', next: 'DONE' });
});

test('where no meeting is left, a referral keeps its date', async () => {
  const { one, due } = await begun();
  await change(one, remove('2026-10-26'));
  await change(one, remove('2026-10-12'));
  expect(await due()).toEqual(['2026-10-12T10:00:00.000Z', '2026-10-13T08:00:00.000Z']);
});

test('what people deferred stays with the meeting they named, and follows it where it moves', async () => {
  const { one, reference, due } = await begun();
  await decideForGood(one, reference, 'DEFER_TO_MEETING');
  await change(one, add('2026-09-25'));
  expect(await due()).toEqual(['2026-09-28T10:00:00.000Z', '2026-09-29T08:00:00.000Z']);
  await change(one, remove('2026-09-28'));
  expect(await due()).toEqual(['2026-09-25T10:00:00.000Z', '2026-09-28T08:00:00.000Z']);
  await change(one, add('2026-09-30'));
  expect(await due()).toEqual(['2026-09-30T10:00:00.000Z', '2026-10-01T08:00:00.000Z']);
});

test('what is decided, or reminded of, keeps its date', async () => {
  const { one, reference, due } = await begun();
  await decide(one, reference, 'DECLINE');
  const decided = await due();
  await change(one, remove('2026-10-12'));
  expect(await due()).toEqual(decided);
  const late = await begun();
  await waitInVain(late.one);
  const reminded = await late.due();
  await change(late.one, add('2026-10-20'));
  expect(await late.due()).toEqual(reminded);
});

test('what is cut off after the calendar was changed is made good by the sweeper, in the name of who changed it', async () => {
  const { one, reference, due } = await begun();
  const dying: typeof one.cases = {
    ...one.cases,
    saveCase: async () => {
      throw new Transient('Out of reach.');
    },
  };
  await expect(change(one, remove('2026-10-12'), dying)).rejects.toThrow(Transient);
  expect(await due()).toEqual(['2026-10-12T10:00:00.000Z', '2026-10-13T08:00:00.000Z']);
  one.clock.advanceMinutes(1);
  await one.sweep();
  expect(await due()).toEqual(['2026-10-26T11:00:00.000Z', '2026-10-27T09:00:00.000Z']);
  expect((await one.cases.readCase(reference))?.history.at(-1)).toMatchObject({ event: 'DUE_DATE_MOVED', by });
});
