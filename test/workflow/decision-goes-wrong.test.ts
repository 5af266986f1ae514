import { describe, expect, test } from 'vitest';
import { decisionMark } from '#domain/case/decide.ts';
import { personActor } from '#domain/people/actor.ts';
import { Transient } from '#domain/problems/errors.ts';
import { deciderId } from '#test/http/records.ts';
import { raceOfTwo } from '#test/http/staff/race.ts';
import { instance } from './instance.ts';
import { caseOf, decide, decideForGood, refer } from './road.ts';

type Instance = ReturnType<typeof instance>;

const sam = personActor(deciderId, 'Sam Field', 'Portage practitioner');

/** As many minutes as the undo window and every retry take, far from the next reminder. */
async function settle(one: Instance) {
  for (let n = 0; n < 4; n += 1) {
    one.clock.advanceMinutes(5);
    await one.sweep();
  }
}

async function endsDeclined(one: Instance, reference: string) {
  const theCase = await caseOf(one, reference);
  expect(theCase).toMatchObject({ shown: 'DECLINED', next: 'DONE', outbox: [], task: null });
  expect(theCase.events.filter((event) => event === 'DECISION_SETTLED')).toHaveLength(1);
  expect(one.mail.filter(({ subject }) => subject.endsWith(': not accepted'))).toHaveLength(1);
}

/**
 * Each way in which a decision can go wrong has its test here, or is named with the file that has it:
 * a forged CSRF token, an ended session, a task that the session was not sent: test/http/staff/task.test.ts
 * given to others before or while it is decided: test/unit/application/triage/decided-by.test.ts
 * every order of two people, a sweeper, a workflow and a crash: test/workflow/schedules
 * the process killed at each step: test/system/killed.test.ts
 */
describe('a decision that goes wrong', () => {
  test('two triagers at once, 20 times: one decision each, and the loser is told who and what', async () => {
    for (let n = 0; n < 20; n += 1) await raceOfTwo();
  });

  test('in the gap between a timeout and the next wait: it counts, and wakes the next wait', async () => {
    const one = instance();
    const reference = await refer(one, 'C01');
    const dueAt = one.engine.nextDueAt() ?? expect.fail('Nothing is waited for.');
    one.clock.advanceMinutes(Math.ceil((dueAt - Date.parse(one.clock.now())) / 60_000));
    const result = await decide(one, reference, 'DECLINE');
    expect(result.kind).toBe('RECORDED');
    await one.drain();
    await settle(one);
    await endsDeclined(one, reference);
  });

  test('replayed: the second is told what stands, and people hear of it once', async () => {
    const one = instance();
    const reference = await refer(one, 'C01');
    await decide(one, reference, 'DECLINE');
    expect(await decide(one, reference, 'DECLINE')).toMatchObject({
      kind: 'ALREADY',
      decision: { outcome: 'DECLINE' },
    });
    await settle(one);
    await endsDeclined(one, reference);
  });

  test('with the task id of another case: nothing is recorded in either', async () => {
    const one = instance();
    const [mine, other] = [await refer(one, 'C01'), await refer(one, 'C02')];
    const { task } = await caseOf(one, other);
    const typed = { outcome: 'DECLINE', reason: 'No', deciderName: 'Sam', deciderRole: 'triager', person: deciderId };
    const result = await one.decide({ reference: mine, taskId: task?.id ?? 'none', ...typed });
    expect(result.kind).toBe('CLOSED');
    for (const reference of [mine, other]) expect((await caseOf(one, reference)).task?.decision).toBeUndefined();
  });

  test('after the last wait has expired: it still counts', async () => {
    const one = instance({ policy: { version: 2, triageReminderDays: [1] } });
    const reference = await refer(one, 'C01');
    one.clock.advanceMinutes(5 * 24 * 60);
    await one.sweep();
    expect((await caseOf(one, reference)).shown).toBe('PARKED');
    await decideForGood(one, reference, 'DECLINE');
    await settle(one);
    await endsDeclined(one, reference);
  });

  test.each([
    ['TaskTimedOut, TaskDoesNotExist or InvalidToken, which are closed', async () => 'CLOSED' as const],
    ['a throttle or an outage', () => Promise.reject(new Transient('ThrottlingException'))],
    ['InvalidOutput', () => Promise.reject(new Error('InvalidOutput'))],
    ['a refusal of our rights or keys', () => Promise.reject(new Error('KmsAccessDeniedException'))],
  ])('SendTaskSuccess fails at first with %s: it is carried out once it gets through', async (_, fails) => {
    let failures = 2;
    const one = instance({
      workflow: {
        wake: async (token, output) => {
          failures -= 1;
          return failures >= 0 ? fails() : one.wakeForReal(token, output);
        },
      },
    });
    const reference = await refer(one, 'C01');
    await decide(one, reference, 'DECLINE');
    await settle(one);
    await settle(one);
    await endsDeclined(one, reference);
  });

  test('the workflow is stopped by hand: the decision stands, and a restart carries it out', async () => {
    const one = instance();
    const reference = await refer(one, 'C01');
    await one.stop(`${reference}-intake-1`);
    expect((await decide(one, reference, 'DECLINE')).kind).toBe('RECORDED');
    await settle(one);
    one.clock.advanceMinutes(20);
    await one.sweep();
    expect((await caseOf(one, reference)).shown).toBe('PARKED');
    await one.restart({ reference, by: 'An operator' });
    await one.sweep();
    await endsDeclined(one, reference);
  });

  test('the token is gone when it stands: the next wait learns of it', async () => {
    const one = instance({ workflow: { wake: async () => 'CLOSED' } });
    const reference = await refer(one, 'C01');
    await decideForGood(one, reference, 'DECLINE');
    const dueAt = one.engine.nextDueAt() ?? expect.fail('Nothing is waited for.');
    one.clock.advanceMinutes(Math.ceil((dueAt - Date.parse(one.clock.now())) / 60_000));
    await one.drain();
    await endsDeclined(one, reference);
  });

  test.each([0, 1])(
    'undo races the sending, %i minutes from the end of the window: one of them wins whole',
    async (left) => {
      const one = instance();
      const reference = await refer(one, 'C01');
      const recorded = await decide(one, reference, 'DECLINE');
      if (recorded.kind !== 'RECORDED') return expect.fail(recorded.kind);
      const { task } = await caseOf(one, reference);
      one.clock.advanceMinutes(5 - left);
      const mark = decisionMark(recorded.decision);
      const undoing = one.undo({ reference, taskId: task?.id ?? 'none', by: sam, mark });
      const [undone] = await Promise.all([undoing, one.sweep()]);
      await settle(one);
      expect(undone.kind).toBe(left === 0 ? 'TOO_LATE' : 'UNDONE');
      if (left === 0) return endsDeclined(one, reference);
      expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', decisions: [] });
      expect(one.mail.filter(({ subject }) => subject.endsWith(': not accepted'))).toEqual([]);
    },
  );
});
