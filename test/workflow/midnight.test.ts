import { expect, test } from 'vitest';
import { instance } from './instance.ts';
import { caseOf, nextDigest, refer, waitInVain } from './road.ts';

/** A referral whose check ends on Thursday in London's last second, and whose task is opened on Friday. */
async function askedAcrossMidnight() {
  const one = instance({
    at: '2026-09-24T22:59:59.000Z',
    fault: (name) => {
      if (name === 'open-task' && one.clock.now() < '2026-09-24T23:00:00.000Z') one.clock.advanceMinutes(2 / 60);
      return undefined;
    },
  });
  return { one, reference: await refer(one, 'C01') };
}

test('a wait that its machine ends a day early, because midnight fell between two steps, goes on and reminds no one', async () => {
  const { one, reference } = await askedAcrossMidnight();
  const { task, moveBy } = await caseOf(one, reference);
  expect(task?.dueAt).toBe('2026-09-30T08:00:00.000Z');
  const asked = one.mail.length;
  await waitInVain(one);
  expect(one.clock.now() < '2026-09-29T08:01:00.000Z').toBe(true);
  expect(one.mail).toHaveLength(asked);
  expect(await caseOf(one, reference)).toMatchObject({ moveBy, task: { dueAt: task?.dueAt, round: 0 } });
});

test('people are then reminded once, on the day that people were told', async () => {
  const { one, reference } = await askedAcrossMidnight();
  const toOne = () => one.mail.filter(({ to }) => to === 'triage-1@example.org').length;
  const asked = toOne();
  await waitInVain(one);
  await waitInVain(one);
  expect(one.clock.now().slice(0, 16)).toBe('2026-09-30T08:00');
  await nextDigest(one);
  expect(one.clock.now().slice(0, 16)).toBe('2026-09-30T08:10');
  expect([toOne(), (await caseOf(one, reference)).task?.round]).toEqual([asked + 1, 1]);
});
