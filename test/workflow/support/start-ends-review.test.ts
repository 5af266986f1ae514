import { expect, test } from 'vitest';
import { reviewOfWait, todoAsked } from '#domain/notices/asked-todos.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { instance } from '../instance.ts';
import { answer, manager, offered } from './offered.ts';
import { visitNow, visitsAccepted } from './visited.ts';

type One = ReturnType<typeof instance>;

/** The review of a long wait, as a morning asked for it, and how it stands. */
async function reviewAsked(one: One, reference: string) {
  await one.todos.createTodo(todoAsked(reviewOfWait, reference, one.clock.now(), defaultPolicy));
  return async () => {
    const todos = await one.todos.todosOf(reference);
    return todos.find(({ kind }) => kind === 'REVIEW_WAIT')?.done?.why;
  };
}

test('a long wait needs no review from the moment in which support of a group begins', async () => {
  const one = instance();
  const reference = await offered(one);
  const over = await reviewAsked(one, reference);
  await answer(one, reference, 'ACCEPTED');
  expect(await over()).toBeUndefined();
  await one.recordStart(reference, manager, { on: '2026-09-24' });
  expect(await over()).toBe('NOT_LISTED');
});

test('a long wait needs no review from the first home visit that took place, and not before', async () => {
  const one = instance();
  const reference = await visitsAccepted(one);
  const over = await reviewAsked(one, reference);
  await visitNow(one, reference);
  expect(await over()).toBeUndefined();
  await visitNow(one, reference);
  expect(await over()).toBe('NOT_LISTED');
});
