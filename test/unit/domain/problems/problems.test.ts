import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { problemsOf } from '#domain/problems/problems.ts';
import { validateReferral } from '#domain/referral/validate.ts';
import { aReferral } from '../a-referral.ts';

function messageAt(path: string, body: unknown) {
  const validated = validateReferral(body, '2026-09-24');
  return validated.ok ? undefined : validated.problems.find((problem) => problem.path === path)?.message;
}

describe('sentences that a health visitor can act on', () => {
  const base = aReferral();
  test.each([
    [
      'missing',
      'child.dob',
      { ...base, child: { firstName: 'A', lastName: 'B' } },
      'Date of birth is missing. Add it. A real date as YYYY-MM-DD, for example 2024-09-10.',
    ],
    [
      'blank',
      'child.firstName',
      { ...base, child: { ...base.child, firstName: ' ' } },
      "Child's first name is missing. Add it. As the family uses it.",
    ],
    [
      'blank though optional',
      'homeSafetyNotes',
      { ...base, homeSafetyNotes: '' },
      'Home-safety notes is empty. Fill it in, or leave it out.',
    ],
    [
      'of the wrong kind',
      'immediateRisk',
      { ...base, immediateRisk: 'no' },
      'Child at immediate risk must be true or false, without quotation marks.',
    ],
    [
      'a choice that is missing',
      'locality',
      { ...base, locality: undefined },
      'Local area is missing. Add it. The area of the service nearest to the home.',
    ],
    [
      'not one of the choices',
      'locality',
      { ...base, locality: 'Narnia' },
      'Local area must be one of: Taunton, Yeovil, Frome, Glastonbury, Chard, Bridgwater.',
    ],
    [
      'in a list',
      'evidence[0].title',
      { ...base, evidence: [{ type: 'SOGS' }] },
      'Evidence 1, Title of the document is missing. Add it. As on the document.',
    ],
    [
      'too long',
      'referrer.name',
      { ...base, referrer: { ...base.referrer, name: 'x'.repeat(151) } },
      'Name of the referrer is too long. Shorten it to 150 characters.',
    ],
    [
      'hostile characters',
      'child.lastName',
      { ...base, child: { ...base.child, lastName: 'a\u0000' } },
      "Child's last name holds a character that cannot be shown. Type it again.",
    ],
    [
      'too many entries',
      'evidence',
      { ...base, evidence: Array.from({ length: 21 }, () => ({ type: 'SOGS', title: 'T' })) },
      'Evidence is too long. Shorten it to 20 entries.',
    ],
    [
      'out of range',
      'child.gestationWeeks',
      { ...base, child: { ...base.child, gestationWeeks: 400 } },
      'Weeks of pregnancy at birth must be 45 or less. Correct it.',
    ],
    [
      'steps',
      'settingHoursPerWeek',
      { ...base, settingHoursPerWeek: 15.1 },
      'Hours a week in an early-years setting must be in steps of 0.25. Round it.',
    ],
    [
      'unknown',
      'setting.colour',
      { ...base, setting: { name: 'N', colour: 1 } },
      'There is no field called "colour" here. Check its spelling, or leave it out.',
    ],
  ])('%s', (_, path, body, message) => {
    expect(messageAt(path, body)).toBe(message);
  });

  test('what was typed is never repeated', () => {
    const validated = validateReferral(
      { ...base, postcode: 'SECRET', child: { ...base.child, dob: 'SECRET' } },
      '2026-09-24',
    );
    expect(JSON.stringify(validated)).not.toContain('SECRET');
  });

  test('hostile: the name of an unknown field is shortened and quoted', () => {
    const [problem] = problemsOf(
      z.strictObject({}).safeParse({ [`<b>${'x'.repeat(5000)}\u0000`]: 1 }).error ?? new z.ZodError([]),
    );
    expect(problem?.message.length).toBeLessThan(200);
    expect(problem?.path.length).toBeLessThan(100);
  });
});

describe('a schema without words', () => {
  const schema = z.strictObject({ fileName: z.string().min(1), bytes: z.int().max(10) });

  test('speaks of its fields by their names', () => {
    const { error } = schema.safeParse({ bytes: 11 });
    expect(problemsOf(error ?? new z.ZodError([]))).toEqual([
      { code: 'FIELD_MISSING', path: 'fileName', message: 'File name is missing. Add it.' },
      { code: 'FIELD_INVALID', path: 'bytes', message: 'Bytes must be 10 or less. Correct it.' },
    ]);
  });

  test('a check of its own keeps its own sentence', () => {
    const { error } = z.object({ a: z.string().refine(() => false, 'Say more.') }).safeParse({ a: 'x' });
    expect(problemsOf(error ?? new z.ZodError([]))[0]?.message).toBe('A: Say more.');
  });
});
