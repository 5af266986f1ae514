import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { promptsWhileWaiting } from '#domain/lists/prompts-while-waiting.ts';
import { breachOn, isOverTarget, targetDate } from '#domain/lists/target.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { agreeExtension, bookSession } from '#domain/support/sessions.ts';
import { startingSchool } from '#domain/support/starting-school.ts';
import { lifecycleCases } from '../worked-cases.ts';

const policy = defaultPolicy;
const listed = z.strictObject({ waitingListDate: z.string() });
const begun = z.strictObject({ waitingListDate: z.string(), interventionBegan: z.string() });
const booking = z.strictObject({
  sessionsDelivered: z.number(),
  extensionAgreed: z.number(),
  agreedByRole: z.string().default(''),
});
const extension = z.strictObject({ extensionRequested: z.number(), agreedByRole: z.string() });
const leaver = z.strictObject({ dob: z.string(), previousIntervention: z.string(), summerTerm: z.number() });
const waiting = z.strictObject({ dob: z.string(), referralDate: z.string(), checkedOn: z.string() });

/** What each kind of worked case asks, told apart by what it gives. */
const questions = [
  listed.transform(({ waitingListDate: on }) => ({
    targetDate: targetDate(on, policy),
    breachOn: breachOn(on, policy),
  })),
  begun.transform(({ waitingListDate: on, interventionBegan }) => ({
    targetDate: targetDate(on, policy),
    breached: isOverTarget(on, interventionBegan, interventionBegan, policy),
  })),
  booking.transform((input) => bookSession(input, policy)),
  extension.transform((input) => agreeExtension(input, policy)),
  leaver.transform((input) => startingSchool(input, policy)),
  waiting.transform((input) => {
    const { stillEligible, prompts } = promptsWhileWaiting(input, policy);
    return { stillEligible, prompts };
  }),
];

test.each(lifecycleCases)('$id: $description', ({ input, expected }) => {
  const answers = questions.flatMap((question) => {
    const answer = question.safeParse(input);
    return answer.success ? [answer.data] : [];
  });
  expect(answers).toEqual([expected]);
});

describe('booking a session', () => {
  const manager = 'SERVICE_MANAGER';
  test.each([
    ['the first', 0, 0, undefined, { allowed: true, final: false }],
    ['the 17th', 16, 0, undefined, { allowed: true, final: false }],
    ['the 18th with an extension is not the last', 17, 6, manager, { allowed: true, final: false }],
    [
      'the 18th with an extension that nobody may agree is the last',
      17,
      6,
      'PRACTITIONER',
      { allowed: true, final: true },
    ],
    ['the 19th with one more agreed', 18, 1, manager, { allowed: true, final: true }],
    [
      'the 19th, agreed by a practitioner',
      18,
      6,
      'PRACTITIONER',
      { allowed: false, reason: 'SERVICE_MANAGER_AGREEMENT_REQUIRED' },
    ],
    ['the 19th, agreed by nobody', 18, 6, undefined, { allowed: false, reason: 'SERVICE_MANAGER_AGREEMENT_REQUIRED' }],
    ['the 19th with an extension of 7', 18, 7, manager, { allowed: false, reason: 'EXTENSION_OVER_6' }],
    ['the 23rd with 4 agreed', 22, 4, manager, { allowed: false, reason: 'MAX_18_SESSIONS' }],
    ['the 25th with 6 agreed', 24, 6, manager, { allowed: false, reason: 'MAX_24_SESSIONS' }],
    ['the 25th with 7 agreed', 24, 7, manager, { allowed: false, reason: 'MAX_24_SESSIONS' }],
  ])('%s', (_, sessionsDelivered, extensionAgreed, agreedByRole, expected) => {
    const input = { sessionsDelivered, extensionAgreed, ...(agreedByRole && { agreedByRole }) };
    expect(bookSession(input, policy)).toEqual(expected);
  });
});

describe('agreeing an extension', () => {
  const agree = (extensionRequested: number, reason?: string) =>
    agreeExtension(
      { extensionRequested, agreedByRole: 'SERVICE_MANAGER', ...(reason !== undefined && { reason }) },
      policy,
    );

  test('1 to 6 with a reason', () => {
    expect([agree(1, 'Moving to a new home'), agree(6, 'Moving to a new home')]).toEqual([
      { allowed: true },
      { allowed: true },
    ]);
  });

  test.each([
    ['7', 7, 'EXTENSION_OVER_6'],
    ['0', 0, 'EXTENSION_NOT_A_WHOLE_NUMBER'],
    ['half a session', 1.5, 'EXTENSION_NOT_A_WHOLE_NUMBER'],
  ])('malformed: %s', (_, requested, reason) => {
    expect(agree(requested, 'Because')).toEqual({ allowed: false, reason });
  });

  test('half-finished: without a reason, or with a blank one', () => {
    expect([agree(3), agree(3, '  ')]).toEqual([
      { allowed: false, reason: 'REASON_REQUIRED' },
      { allowed: false, reason: 'REASON_REQUIRED' },
    ]);
  });
});

describe('Starting School in the summer term of 2027', () => {
  const invited = (dob: string, previousIntervention: string | null) =>
    startingSchool({ dob, previousIntervention, summerTerm: 2027 }, policy).invited;

  test.each([
    ['2022-08-31', false],
    ['2022-09-01', true],
    ['2023-02-28', true],
    ['2023-08-31', true],
    ['2023-09-01', false],
  ])('born %s', (dob, expected) => {
    expect([invited(dob, 'HOME_VISITING'), invited(dob, 'PORTAGE_GROUP')]).toEqual([expected, expected]);
    expect(invited(dob, null)).toBe(false);
  });

  test('Stay and Play alone is for a person to decide, but only for the right year', () => {
    expect([invited('2023-08-31', 'STAY_AND_PLAY'), invited('2023-09-01', 'STAY_AND_PLAY')]).toEqual(['REVIEW', false]);
  });
});

describe('while a child waits', () => {
  const child = { dob: '2023-12-20', referralDate: '2026-11-01' };

  test.each([
    ['the day before the third birthday', '2026-12-19', []],
    ['the third birthday', '2026-12-20', ['TURNED_3_WHILE_WAITING']],
    ['a year later', '2027-12-20', ['TURNED_3_WHILE_WAITING']],
  ])('%s', (_, checkedOn, prompts) => {
    expect(promptsWhileWaiting({ ...child, checkedOn }, policy)).toMatchObject({ stillEligible: true, prompts });
  });

  test('a child referred on the third birthday did not turn 3 while waiting', () => {
    expect(
      promptsWhileWaiting({ ...child, referralDate: '2026-12-20', checkedOn: '2027-01-01' }, policy).prompts,
    ).toEqual([]);
  });

  test.each([
    ['risen above 15', 12, 15.25, ['SETTING_NOW_OVER_15_HOURS'], true],
    ['risen to 15', 12, 15, [], false],
    ['above 15 from the start', 16, 20, [], true],
    ['fallen', 20, 10, [], false],
  ])('setting hours %s', (_, settingHoursAtReferral, settingHoursNow, prompts, homeVisitsUnlikely) => {
    const input = { ...child, checkedOn: '2026-12-01', settingHoursAtReferral, settingHoursNow };
    expect(promptsWhileWaiting(input, policy)).toEqual({ stillEligible: true, prompts, homeVisitsUnlikely });
  });
});
