import { expect, test } from 'vitest';
import { askedOf } from '#domain/case/asked-of.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { brokenAt } from '#domain/process/history.ts';
import { checkedCase, withTask } from '#test/http/records.ts';
import { asked, deciding } from '#test/http/referral/standings.ts';

const moment = { now: '2026-09-25T09:00:00.000Z', policyVersion: 1 };
const inTriage = withTask(checkedCase('TRIAGE'), 'TRIAGE', ['PERSON:a', 'PERSON:b']);

test('a task that is given to others stands in the history, with their ids', () => {
  const after = askedOf(inTriage, moment, ['PERSON:b', 'PERSON:c']);
  expect(after?.task?.recipients).toEqual(['PERSON:b', 'PERSON:c']);
  expect(after?.history.at(-1)).toMatchObject({
    ...{ event: 'TASK_REASSIGNED', by: MACHINE, at: moment.now },
    ...{ task: inTriage.task?.id, to: ['PERSON:b', 'PERSON:c'] },
  });
  expect(brokenAt(after?.history ?? [])).toBeUndefined();
});

test('the same people in another order are no change', () => {
  expect(askedOf(inTriage, moment, ['PERSON:b', 'PERSON:a'])).toBeUndefined();
});

test.each([
  ['of the referrer', asked],
  ['that is decided (late)', deciding],
])('a task %s is given to no one else', (_which, theCase) => {
  expect(askedOf(theCase, moment, ['PERSON:c'])).toBeUndefined();
});
