import { describe, expect, test } from 'vitest';
import { taskDueAt } from '#domain/case/task.ts';
import { actorCode, referrerActor } from '#domain/people/actor.ts';
import { deciderId } from '#test/http/records.ts';
import { instance } from './instance.ts';
import { caseOf, decideForGood, refer, waitInVain } from './road.ts';

type Instance = ReturnType<typeof instance>;

const weekly = ['2026-09-28', '2026-10-05', '2026-10-12'].map((on) => ({ on, from: '09:30', until: '11:00' }));

/** A referral about which the team has asked its referrer. */
async function asked(options: Parameters<typeof instance>[0] = {}) {
  const one = instance(options);
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, 'REQUEST_INFORMATION');
  return { one, reference };
}

async function answer(one: Instance, reference: string) {
  const taskId = (await caseOf(one, reference)).task?.id ?? 'none';
  await one.answer({ reference, taskId, by: referrerActor(), text: 'Since spring', evidence: [] });
  await one.sweep();
}

describe('what the referrer answers', () => {
  test('returns to who asked: the task is claimed for them, and they hear at once', async () => {
    const { one, reference } = await asked();
    const before = one.mail.length;
    await answer(one, reference);
    const { task, history } = await caseOf(one, reference);
    expect(task?.claim && actorCode(task.claim.by)).toBe(`PERSON:${deciderId}`);
    expect(history.at(-1)).toMatchObject({
      event: 'TASK_CLAIMED',
      by: { kind: 'MACHINE' },
      for: `PERSON:${deciderId}`,
    });
    expect(one.mail.slice(before).map(({ to }) => to)).toContain('triage-1@example.org');
  });

  test('is due at the next meeting, however near, and not after it', async () => {
    const { one, reference } = await asked({ meetings: weekly });
    one.clock.advanceMinutes(3 * 24 * 60);
    await answer(one, reference);
    const { task } = await caseOf(one, reference);
    expect(task && taskDueAt(task)).toBe('2026-09-28T10:00:00.000Z');
  });
});

test('what is not answered in time is due at the next meeting, and is marked for good', async () => {
  const { one, reference } = await asked({ meetings: weekly, policy: { referrerReminderDays: [3, 3] } });
  await waitInVain(one);
  await waitInVain(one);
  const theCase = await caseOf(one, reference);
  expect(theCase).toMatchObject({
    shown: 'IN_TRIAGE',
    askedAgain: 'NOT_ANSWERED',
    ask: { notAnsweredAt: expect.anything() },
  });
  expect(theCase.task && taskDueAt(theCase.task)).toBe('2026-10-05T10:00:00.000Z');
});
