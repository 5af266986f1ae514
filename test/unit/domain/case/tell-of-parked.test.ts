import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parked } from '#domain/case/run.ts';
import { NOBODY_DECIDED, parkedDue, tellingPlanned, tellsReferrer, toldOfParked } from '#domain/case/tell-of-parked.ts';
import { personActor } from '#domain/people/actor.ts';
import { DEFINITION_TOO_OLD, runDueAt } from '#domain/process/run.ts';
import { defaultPolicy as policy } from '#domain/service/policy.ts';
import { londonDateOf, londonTimeOf } from '#domain/values/dates.ts';
import { isWorkingDay } from '#domain/values/working-days.ts';
import { checkedCase, withTask } from '#test/http/records.ts';

const inTriage = withTask(checkedCase('TRIAGE'), 'TRIAGE');
const at = (now: string) => ({ now, policyVersion: 1 });

test.each([
  ['undecided on a working morning: at once', NOBODY_DECIDED, '2026-11-02T09:00:00.000Z', '2026-11-02T09:00:00.000Z'],
  ['undecided in the evening: next morning', NOBODY_DECIDED, '2026-11-02T19:00:00.000Z', '2026-11-03T09:00:00.000Z'],
  ['undecided at a weekend: on Monday', NOBODY_DECIDED, '2026-10-31T10:00:00.000Z', '2026-11-02T09:00:00.000Z'],
  ['a fault: if it lasts into the next working day', 'Bug', '2026-11-02T09:00:00.000Z', '2026-11-03T09:00:00.000Z'],
  ['a fault on Christmas Eve: after the holidays', 'Bug', '2026-12-24T10:00:00.000Z', '2026-12-29T09:00:00.000Z'],
])('people are told of a parked case, %s', (_when, why, now, expected) => {
  const fresh = parked(inTriage, at(now), why);
  expect(runDueAt(fresh)).toBe(now);
  const planned = parkedDue(fresh, now, policy) === 'TO_PLAN' ? tellingPlanned(fresh, at(now), policy) : fresh;
  expect(runDueAt(planned)).toBe(expected);
  expect(parkedDue(planned, expected, policy)).toBe('TO_TELL');
});

test.each([
  ['not parked', inTriage],
  ['started again by the sweeper', parked(inTriage, at('2026-11-02T09:00:00.000Z'), DEFINITION_TOO_OLD)],
  ['decided', decided()],
])('of a case that is %s no one is told', (_which, theCase) => {
  expect(parkedDue(theCase, '2027-11-02T09:00:00.000Z', policy)).toBeUndefined();
});

function decided() {
  const by = personActor('p1', 'Sam Field', 'triager');
  const decidedAt = '2026-11-02T10:00:00.000Z';
  const decision = { outcome: 'DECLINE', reason: 'As agreed', by, decidedAt, effectiveAt: decidedAt };
  const task = inTriage.task && { ...inTriage.task, decision };
  return { ...parked(inTriage, at('2026-11-02T09:00:00.000Z'), NOBODY_DECIDED), task };
}

test('a case that stays parked is told of for ever, each time within eleven days, on a working morning', () => {
  const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) });
  fc.assert(
    fc.property(instant, fc.constantFrom(NOBODY_DECIDED, 'Bug', 'WORKFLOW_FAILED'), (start, why) => {
      let theCase = parked(inTriage, at(new Date(start).toISOString()), why);
      let before = theCase.parked?.at ?? '';
      for (let n = 0; n < 60; n += 1) {
        const now = runDueAt(theCase) ?? '';
        const due = parkedDue(theCase, now, policy);
        expect(due).toBeDefined();
        theCase = due === 'TO_TELL' ? toldOfParked(theCase, at(now), policy) : tellingPlanned(theCase, at(now), policy);
        expect(theCase.parked?.at).toBe(new Date(start).toISOString());
        if (due !== 'TO_TELL') continue;
        expect(Date.parse(now) - Date.parse(before)).toBeLessThanOrEqual(11 * 86_400_000);
        expect(isWorkingDay(londonDateOf(now), policy)).toBe(true);
        if (n > 1) expect(londonTimeOf(now)).toBe('09:00');
        before = now;
      }
    }),
    { numRuns: 30 },
  );
});

test('the referrer is written to again 4 weeks later, or some days more where those are no working days', () => {
  const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) });
  fc.assert(
    fc.property(instant, (start) => {
      let theCase = parked(inTriage, at(new Date(start).toISOString()), NOBODY_DECIDED);
      const told: number[] = [];
      for (let n = 0; told.length < 6 && n < 60; n += 1) {
        const now = runDueAt(theCase) ?? '';
        const isTime = parkedDue(theCase, now, policy) === 'TO_TELL';
        if (isTime && tellsReferrer(theCase)) told.push(Date.parse(now) / 86_400_000);
        theCase = isTime ? toldOfParked(theCase, at(now), policy) : tellingPlanned(theCase, at(now), policy);
      }
      const days = told.slice(1).map((day, n) => day - (told[n] ?? 0));
      expect(days).toHaveLength(5);
      for (const between of days) {
        expect(between).toBeGreaterThanOrEqual(27);
        expect(between).toBeLessThanOrEqual(33);
      }
    }),
  );
});
