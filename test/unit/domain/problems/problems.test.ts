import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { problemsOf } from '#domain/problems/problems.ts';
import { breaking, problemsWith } from './every-rule.ts';

describe('what is wrong, as a rule with what its sentence needs', () => {
  test.each(Object.entries(breaking))('%s', (rule, problems) => {
    expect(problems.map((problem) => problem.rule)).toContain(rule);
  });

  test.each([
    ['too-long', { limit: 2000 }],
    ['too-many', { limit: 20 }],
    ['too-high', { limit: 45 }],
    ['too-low', { limit: 20 }],
    ['not-a-step', { step: 0.25 }],
    ['wrong-kind', { kind: 'true-or-false' }],
    ['not-a-choice', { allowed: ['Taunton', 'Yeovil', 'Frome', 'Glastonbury', 'Chard', 'Bridgwater'] }],
    ['unknown-field', { name: 'colour' }],
    ['not-born', { on: '2026-09-24' }],
    ['after-referral', { on: '2026-09-24' }],
    ['file-twice', { file: 'EARLY_HELP_ASSESSMENT', before: { document: 1, page: 2, pages: 2 } }],
  ] as const)('%s says what it allows', (rule, params) => {
    expect(breaking[rule]).toEqual([expect.objectContaining({ rule, params })]);
  });

  test('what was typed is never repeated', () => {
    const dob = { firstName: 'A', lastName: 'B', dob: 'SECRET' };
    expect(JSON.stringify(problemsWith({ postcode: 'SECRET', locality: 'SECRET', child: dob }))).not.toContain(
      'SECRET',
    );
  });

  test('hostile: the name of an unknown field is shortened', () => {
    const schema = z.strictObject({});
    const input = { [`<b>${'x'.repeat(5000)}\u0000`]: 1 };
    const [problem] = problemsOf(schema.safeParse(input).error ?? new z.ZodError([]), { schema, input });
    expect(JSON.stringify(problem).length).toBeLessThan(300);
    expect(problem?.path.length).toBeLessThan(100);
  });

  test('a check without a name is a format that we cannot read', () => {
    const schema = z.object({ a: z.string().refine(() => false, 'Say more.') });
    const input = { a: 'x' };
    expect(problemsOf(schema.safeParse(input).error ?? new z.ZodError([]), { schema, input })).toEqual([
      { code: 'FIELD_INVALID', path: 'a', rule: 'bad-format', params: {} },
    ]);
  });
});
