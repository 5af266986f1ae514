import { describe, expect, it } from 'vitest';
import { isSafePlaceToLook, movedToSafePlace, safePlaceLookedAt, safePlaceTodo } from '#domain/case/safe-place.ts';
import { whyTodoIsOver } from '#domain/case/todo-over.ts';
import { personActor } from '#domain/people/actor.ts';
import { officeHours } from '#domain/values/working-calendar.ts';
import { caseWith, reference } from '../../application/notices/sample.ts';

const by = personActor('pat', 'Pat', 'Manager');
/** A Thursday at midday in London. */
const at = '2026-09-24T11:00:00.000Z';
const moment = { now: at, policyVersion: 1 };
const moved = movedToSafePlace(caseWith({}), moment, { by, reason: 'She called', adults: 1, seen: '' });
const todo = safePlaceTodo(reference, at, officeHours);

describe('what a service manager is asked about a move to a safe place', () => {
  it.each([
    ['while people are at work, at once', '2026-09-24T11:00:00.000Z', '2026-09-24T11:00:00.000Z'],
    ['in the evening, on the next working morning', '2026-09-24T18:00:00.000Z', '2026-09-25T08:00:00.000Z'],
    ['before work, on the same morning', '2026-09-24T05:00:00.000Z', '2026-09-24T08:00:00.000Z'],
    ['at the weekend, on Monday', '2026-09-26T11:00:00.000Z', '2026-09-28T08:00:00.000Z'],
  ])('is due %s', (_, now, due) => {
    expect(safePlaceTodo(reference, now, officeHours).due).toBe(due);
  });

  it('is asked while that move stands and no one has looked (twice)', () => {
    const looked = moved && safePlaceLookedAt(moved, moment, { by, reason: 'Kim calls her', todo });
    expect([moved, looked].map((one) => one && isSafePlaceToLook(one, todo))).toEqual([true, false]);
    expect([moved, looked, caseWith({})].map((one) => one && whyTodoIsOver(todo, one))).toEqual([
      undefined,
      'NOT_ASKED',
      'NOT_ASKED',
    ]);
    expect(looked && safePlaceLookedAt(looked, moment, { by, reason: 'Again', todo })).toBeUndefined();
  });

  it('asks nothing of an earlier move (late)', () => {
    const next = { now: '2026-09-25T11:00:00.000Z', policyVersion: 1 };
    const again = moved && movedToSafePlace(moved, next, { by, reason: 'They moved again', adults: 1, seen: at });
    expect(again && safePlaceLookedAt(again, next, { by, reason: 'Kim calls her', todo })).toBeUndefined();
  });
});
