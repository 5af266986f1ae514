import { expect, it } from 'vitest';
import { isDeferredTo } from '#domain/case/deferred.ts';
import { checkedCase, withTask } from '#test/http/records.ts';

const meeting = (on: string) => ({ on, from: '09:30', until: '11:00' });
const inTriage = withTask(checkedCase('TRIAGE'), 'TRIAGE');
const task = inTriage.task && { ...inTriage.task, firstDueAt: '2026-10-14T10:00:00.000Z' };
const deferred = { ...inTriage, task, askedAgain: 'DEFERRED', deferredTo: meeting('2026-10-12') } as const;

it('stands first on the agenda of the meeting that people named, and of the one that it moved to', () => {
  const on = ['2026-10-12', '2026-10-14', '2026-10-26'].map((day) => isDeferredTo(deferred, meeting(day)));
  expect(on).toEqual([true, true, false]);
});

it('is not deferred where people were asked again for another reason', () => {
  expect(isDeferredTo({ ...deferred, askedAgain: 'ANSWERED' }, meeting('2026-10-12'))).toBe(false);
});
