import { expect, test } from 'vitest';
import { taskOpened } from '#domain/case/task.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { checkedCase, withTask } from '#test/http/records.ts';

const later = { now: '2026-09-29T07:00:00.000Z', policyVersion: 1 };

test('a task opened again, after a reminder, is open to those who decide now and to no one else', () => {
  const before = withTask(checkedCase('TRIAGE'), 'TRIAGE', ['left@example.org', 'stays@example.org']);
  const recipients = ['stays@example.org', 'came@example.org'];
  const again = taskOpened(before, later, { kind: 'TRIAGE', token: 'token-2', recipients }, defaultPolicy);
  expect(again.task).toMatchObject({
    id: before.task?.id,
    openedAt: before.task?.openedAt,
    token: 'token-2',
    recipients,
  });
  expect(again.tasks).toBe(before.tasks);
});
