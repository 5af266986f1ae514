import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAgenda } from '#application/meetings/read-agenda.ts';
import { isBackFromReferrer, waitsForAnswer } from '#domain/case/questioned.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { meetingEndsAt } from '#domain/people/meetings.ts';
import { addDays } from '#domain/values/dates.ts';
import { instance } from './instance.ts';
import { caseOf, decide, refer } from './road.ts';

type Instance = ReturnType<typeof instance>;

const FIRST = '2026-09-28';
const LAST = '2026-12-07';

/** A meeting every so many weeks; the team asks, the referrer answers or does not, the team defers, and hours pass. */
const anyHistory = fc.record({
  everyWeeks: fc.constantFrom(1, 2, 3),
  deadline: fc.constantFrom([7, 7], [3, 3], [14, 7], [1]),
  steps: fc.array(
    fc.oneof(
      fc.record({ does: fc.constantFrom('ASK', 'ANSWER', 'DEFER') }),
      fc.record({ does: fc.constant('PASS'), hours: fc.integer({ min: 1, max: 240 }) }),
    ),
    { minLength: 3, maxLength: 12 },
  ),
});

function calendarOf(everyWeeks: number) {
  const meetings: { on: string; from: string; until: string }[] = [];
  for (let on = FIRST; on <= LAST; on = addDays(on, everyWeeks * 7))
    meetings.push({ on, from: '09:30', until: '11:00' });
  return meetings;
}

type Calendar = ReturnType<typeof calendarOf>;

/** Lets time pass hour by hour, and looks at the agenda of each meeting in its last minutes. Answers each that lacks the referral. */
async function pass(one: Instance, reference: string, hours: number, calendar: Calendar): Promise<string[]> {
  const missed: string[] = [];
  for (let hour = 0; hour < hours; hour += 1) {
    const before = one.clock.now();
    one.clock.advanceMinutes(60);
    await one.sweep();
    const over = calendar.find(
      (meeting) => meetingEndsAt(meeting) > before && meetingEndsAt(meeting) <= one.clock.now(),
    );
    if (over && !(await isOnAgenda(one, reference, calendar, over))) missed.push(over.on);
  }
  return missed;
}

/** Whether people see it there, as it was a minute before the meeting was over. What no question is about is no matter. */
async function isOnAgenda(one: Instance, reference: string, calendar: Calendar, meeting: Calendar[number]) {
  const theCase = await caseOf(one, reference);
  const isUndecided = theCase.task !== null && theCase.task.decision === undefined;
  if (!isUndecided || !(waitsForAnswer(theCase) || isBackFromReferrer(theCase))) return true;
  const now = () => new Date(Date.parse(meetingEndsAt(meeting)) - 60_000).toISOString();
  const { items } = await readAgenda({ ...one, now })(calendar, meeting);
  return items.some((item) => item.reference === reference && (item.isOpen || item.waitingUntil !== undefined));
}

async function act(one: Instance, reference: string, does: string): Promise<void> {
  const { task } = await caseOf(one, reference);
  if (does === 'ANSWER' && task?.kind === 'REFERRER')
    await one.answer({ reference, taskId: task.id, by: referrerActor(), text: 'Since spring', evidence: [] });
  if (does !== 'ANSWER' && task?.kind === 'TRIAGE' && !task.decision)
    await decide(one, reference, does === 'ASK' ? 'REQUEST_INFORMATION' : 'DEFER_TO_MEETING');
  await one.sweep();
}

test('from a question on, no meeting passes without the referral before it, whatever is answered and when', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, async ({ everyWeeks, deadline, steps }) => {
      const calendar = calendarOf(everyWeeks);
      const one = instance({ meetings: calendar, policy: { referrerReminderDays: [...deadline] } });
      const reference = await refer(one, 'C01');
      const missed: string[] = [];
      for (const step of [{ does: 'ASK' }, ...steps, { does: 'PASS', hours: 24 * 22 }]) {
        if ('hours' in step) missed.push(...(await pass(one, reference, step.hours, calendar)));
        else await act(one, reference, step.does);
      }
      expect(missed).toEqual([]);
      // Only people end it.
      expect((await caseOf(one, reference)).outcome).not.toBe('DECLINE');
    }),
    { numRuns: 12 },
  );
}, 120_000);
