import { describe, expect, test } from 'vitest';
import { createNoticeRenderer } from '#adapters/letters/render.ts';
import { SUPPORT_CLOSED } from '#domain/case/close-support.ts';
import { personActor } from '#domain/people/actor.ts';
import { type ClosingReason, closingReasonSchema } from '#domain/support/closing-reasons.ts';
import { caseWith, factsFor } from '../../application/notices/sample.ts';

const render = createNoticeRenderer();
const by = personActor('kim', 'Kim Park', 'Practitioner');

/** The email of this kind about a support that was closed for this reason. */
function text(kind: 'FAMILY_ENDED' | 'OUTCOME_SUPPORT_CLOSED', why: ClosingReason): string {
  const closed = { why, pathway: 'HOME_VISITING', at: '2026-12-01T09:00:00.000Z', by };
  return render(kind, factsFor(kind, caseWith({ status: 'CLOSED', outcome: SUPPORT_CLOSED, closed }))).text;
}

describe.each(closingReasonSchema.options)('of a support that was closed for %s', (why) => {
  test('the family is invited to Stay and Play, and reads whom to call', () => {
    const letter = text('FAMILY_ENDED', why);
    expect(letter).toMatch(/Stay and Play/);
    expect(letter).toMatch(/01632/);
    expect(letter).not.toMatch(/undefined|waiting list\. You told/);
  });

  test('every heading stands on a line of its own', () => {
    for (const kind of ['FAMILY_ENDED', 'OUTCOME_SUPPORT_CLOSED'] as const)
      expect(text(kind, why)).not.toMatch(/\S # /);
  });

  test('each reason has words of its own, for the family and for the referrer', () => {
    const others = closingReasonSchema.options.filter((one) => one !== why && !isSilence(one, why));
    for (const kind of ['FAMILY_ENDED', 'OUTCOME_SUPPORT_CLOSED'] as const)
      expect(others.map((one) => text(kind, one))).not.toContain(text(kind, why));
  });
});

test.each([
  ['FINISHED', false],
  ['STARTED_SCHOOL', false],
  ['NO_REPLY', true],
  ['ENDED_EARLIER', true],
  ['MOVED_AWAY', true],
] as const)('the dates from before are promised to no one who would not keep them: %s, %s', (why, isPromised) => {
  expect(/within 6 months/.test(text('FAMILY_ENDED', why))).toBe(isPromised);
});

/** No contact and no reply are one thing to a family. */
function isSilence(one: ClosingReason, other: ClosingReason): boolean {
  return [one, other].every((why) => why === 'NO_CONTACT' || why === 'NO_REPLY');
}
