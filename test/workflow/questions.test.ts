import { describe, expect, test } from 'vitest';
import { INFORMATION_NOT_PROVIDED } from '#domain/case/questioned.ts';
import { taskDueAt } from '#domain/case/task.ts';
import { actorCode, referrerActor } from '#domain/people/actor.ts';
import { deciderId } from '#test/http/records.ts';
import { against } from '#test/kit/together.ts';
import { subjects } from '#test/kit/words/emails.ts';
import { isWanted } from '#web/access/referrer-link.ts';
import { instance } from './instance.ts';
import { reopen } from './reopen.ts';
import { caseOf, decideForGood, refer, waitInVain } from './road.ts';

const decider = { person: deciderId, deciderName: 'Sam Field', deciderRole: 'triager', ...against };

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

test('the email with the question does not say that the referral waits for ever, or that silence changes nothing', async () => {
  const { one } = await asked();
  const mail = one.mail.findLast(({ to }) => to === 'referrer01@example.org');
  expect(mail?.text).toContain('may not accept it');
  expect(mail?.text).not.toMatch(/can continue|will continue/);
});

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

describe('what is not answered', () => {
  const silent = async () => {
    const asking = await asked({ policy: { referrerReminderDays: [3, 3] } });
    await waitInVain(asking.one);
    await waitInVain(asking.one);
    return asking;
  };

  test('is told to the referrer and the family, once, and never ended by a machine', async () => {
    const { one, reference } = await silent();
    const told = (to: string) =>
      one.mail.filter((mail) => mail.to === to && mail.text.includes('answer in time')).length;
    expect(told('referrer01@example.org')).toBe(1);
    await one.sweep();
    expect(told('referrer01@example.org')).toBe(1);
    expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', outcome: null });
  });

  test('may be closed for that by a person, and the referrer can send it again', async () => {
    const { one, reference } = await silent();
    const { task } = await caseOf(one, reference);
    const typed = { reference, taskId: task?.id ?? 'none', outcome: 'DECLINE', reason: 'No one answered', ...decider };
    expect((await one.decide({ ...typed, criterion: INFORMATION_NOT_PROVIDED })).kind).toBe('RECORDED');
    one.clock.advanceMinutes(5);
    await one.sweep();
    const ended = await caseOf(one, reference);
    expect(ended).toMatchObject({ shown: 'DECLINED', next: 'DONE' });
    expect(isWanted(ended, 'RESUBMIT', undefined)).toBe(true);
    const last = one.mail.findLast(({ to }) => to === 'referrer01@example.org');
    expect(last?.text).toMatch(/\/referral\/l\/\S+/);
    expect(last?.text).toContain('Send it again');
  });

  test('is told to no one once more when the referral is reopened, and the team hears that it was (twice)', async () => {
    const { one, reference } = await silent();
    await decideForGood(one, reference, 'DECLINE');
    await one.drain();
    const before = one.mail.length;
    await reopen(one, reference);
    const said = one.mail.slice(before).map(({ subject }) => subject.replace(`Referral ${reference}: `, ''));
    expect(said.filter((subject) => subject.includes(subjects.notAnswered))).toEqual([]);
    expect(said).toContain(`${subjects.reopened}, ${subjects.triage}`);
    expect((await caseOf(one, reference)).task?.claim).toBeUndefined();
  });

  test('is no ground to close a referral whose question waits for no answer, nor to redirect one', async () => {
    const one = instance();
    const reference = await refer(one, 'C01');
    const { task } = await caseOf(one, reference);
    const typed = {
      reference,
      taskId: task?.id ?? 'none',
      reason: 'No',
      ...decider,
      criterion: INFORMATION_NOT_PROVIDED,
    };
    for (const outcome of ['DECLINE', 'REDIRECT']) {
      expect(await one.decide({ ...typed, outcome })).toMatchObject({ problems: [{ code: 'CRITERION_UNKNOWN' }] });
    }
  });
});

test('the family hears of a question of the team, and of none that the rules ask', async () => {
  const { one } = await asked();
  const heard = (mails: typeof one.mail) =>
    mails.filter(({ text }) => text.includes('We need to know more before we can decide'));
  expect(heard(one.mail)).toHaveLength(1);
  const other = instance();
  await refer(other, 'C01', { scan: 'HARMFUL' });
  expect(heard(other.mail)).toEqual([]);
});
