import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { appendEvent, type NewEvent } from '#domain/case/event.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { addDays } from '#domain/values/dates.ts';
import { eventInWords } from '#web/components/record/event-words.ts';
import { staffHistory } from '#web/components/record/history.ts';
import { timelineOf } from '#web/components/record/timeline.ts';

const FIRST_DAY = '2026-09-24';
const by = MACHINE;
const opened: NewEvent = { event: 'TRIAGE_OPENED', by, kind: 'TRIAGE' };
const asked: NewEvent = { event: 'TRIAGE_OPENED', by, kind: 'REFERRER' };
const reminded: NewEvent = { event: 'REMINDER_DUE', by, kind: 'TRIAGE', round: 1 };
const answered: NewEvent = { event: 'REFERRER_ANSWERED', by, documents: 1 };
const told: NewEvent = { event: 'TOLD', by };
const TOLD = eventInWords('TOLD');

/** A case with these events, each so many days after the first day. */
function caseAfter(
  events: readonly (readonly [number, NewEvent])[],
  status: Case['status'] = 'IN_TRIAGE',
): Pick<Case, 'history' | 'status'> {
  const at = (day: number) => `${addDays(FIRST_DAY, day)}T09:00:00.000Z`;
  const history = events.reduce<Case['history']>((so, [day, event]) => appendEvent(so, event, at(day), 1), []);
  return { history, status };
}

const read = (theCase: Pick<Case, 'history' | 'status'>, day: number) =>
  timelineOf(theCase, addDays(FIRST_DAY, day)).map((entry) =>
    'waiting' in entry ? `${entry.days}: ${entry.waiting} (${entry.lines.length})` : entry.said,
  );

describe('the timeline of a referral', () => {
  it('says a long wait once, with who was waited for', () => {
    const theCase = caseAfter([
      [0, asked],
      [41, answered],
    ]);
    expect(read(theCase, 41)).toEqual([
      'The referrer was asked by email',
      '41 days: Waiting for the referrer (0)',
      'The referrer answered',
    ]);
  });

  it('folds the reminders into the wait', () => {
    const theCase = caseAfter(
      [
        [0, opened],
        [5, reminded],
        [10, reminded],
        [12, told],
      ],
      'DECLINED',
    );
    expect(read(theCase, 30)).toEqual([
      'The triage team was asked to decide',
      '12 days: Waiting for the team (2)',
      TOLD,
    ]);
  });

  it('counts a wait that lasts until today', () => {
    expect(read(caseAfter([[0, opened]]), 3).at(-1)).toBe('3 days: Waiting for the team (0)');
  });

  it('waits for nothing once the case has ended', () => {
    expect(read(caseAfter([[0, told]], 'DECLINED'), 90)).toEqual([TOLD]);
  });

  it('says how long a child has been on the list', () => {
    const band: NewEvent = { event: 'BAND_CONFIRMED', by, band: 1 };
    const last = (event: NewEvent) => read(caseAfter([[0, event]], 'ON_WAITING_LIST'), 100).at(-1);
    expect([last(band), last(told)]).toEqual(Array(2).fill('100 days: Waiting on the list (0)'));
  });

  it('shows the reminders of a short wait as they are', () => {
    expect(
      read(
        caseAfter([
          [0, opened],
          [1, reminded],
          [1, told],
        ]),
        1,
      ),
    ).toEqual(['The triage team was asked to decide', 'The team was reminded', TOLD]);
  });

  it('leaves no line out and keeps their order, whatever happened when', () => {
    const event = fc.constantFrom(opened, asked, reminded, answered, told);
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), event), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (each) => {
        let day = 0;
        const theCase = caseAfter(
          each.map(([more, one]) => {
            day += more;
            return [day, one] as const;
          }),
        );
        const shown = timelineOf(theCase, addDays(FIRST_DAY, day));
        expect(shown.flatMap((entry) => ('waiting' in entry ? entry.lines : [entry]))).toEqual(staffHistory(theCase));
      }),
    );
  });
});
