import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { problemsOf } from '#domain/problems/problems.ts';
import { type Broken, inWords } from '#domain/problems/rules.ts';
import { referralSchema } from '#domain/referral/schema.ts';
import { breaking, problemsWith } from '#test/unit/domain/problems/every-rule.ts';
import { aboutField, apiWords, inApiWords } from '#web/api/problem-words.ts';
import { type Asked, errorInWords, errorWords } from '#web/components/error-words.ts';
import { inFormWords } from '#web/form/engine/mistake-words.ts';
import { entryStep } from '#web/form/engine/steps.ts';
import { pages } from '#web/form/pages/all.ts';

const rules = Object.keys(breaking).sort();
const problems = Object.values(breaking).flat();
const fields = pages.flatMap((page) => [page, ...(page.kind === 'list' ? entryStep(page, 0) : page).fields]);
const longest = (text: string) =>
  Math.max(...text.split(/(?<=[.?]) /).map((sentence) => sentence.split(/\s+/).filter(Boolean).length));

describe.each([
  ['the API', apiWords],
  ['pages', errorWords],
])('the words of %s', (_voice, words) => {
  it('are there for every rule, and for no other', () => {
    expect(Object.keys(words).sort()).toEqual(rules);
  });
});

describe('every problem', () => {
  it.each(problems.map((problem) => [problem.rule, problem.path, problem] as const))(
    'by the rule %s at %s has short sentences in both voices',
    (_rule, _path, problem) => {
      const { message, ...rest } = inApiWords(problem, referralSchema);
      expect(rest).toEqual({ code: problem.code, path: problem.path });
      for (const said of [message, ...fields.map((field) => inFormWords(problem, field))]) {
        expect(said).not.toMatch(/undefined|NaN|\[object|\$\{|^\s|\s$| {2}/);
        expect(longest(said), said).toBeLessThanOrEqual(25);
      }
      expect(message).toMatch(/\.$/);
      expect(inFormWords(problem, undefined)).not.toMatch(/\.$/);
    },
  );
});

describe('the API, to a system that sends', () => {
  const at = (path: string, changes: object) => {
    const found = problemsWith(changes).find((problem) => problem.path === path);
    return found && inApiWords(found, referralSchema).message;
  };
  const child = { firstName: 'A', lastName: 'B', dob: '2024-09-10' };

  it.each([
    [
      'child.dob',
      { child: { firstName: 'A', lastName: 'B' } },
      'Add “Date of birth”. A real date as YYYY-MM-DD, for example 2024-09-10.',
    ],
    ['child.firstName', { child: { ...child, firstName: ' ' } }, "Add “Child's first name”. As the family uses it."],
    ['homeSafetyNotes', { homeSafetyNotes: '' }, 'Fill in “Home-safety notes” or leave it out.'],
    [
      'immediateRisk',
      { immediateRisk: 'no' },
      '“Child at immediate risk” must be true or false, without quotation marks.',
    ],
    [
      'locality',
      { locality: 'Narnia' },
      '“Local area” must be Taunton, Yeovil, Frome, Glastonbury, Chard or Bridgwater.',
    ],
    [
      'evidence[0].title',
      { evidence: [{ type: 'SOGS' }] },
      'Add “Evidence 1, Title of the document”. As on the document.',
    ],
    [
      'evidence',
      { evidence: Array(21).fill({ type: 'SOGS', title: 'T' }) },
      '“Evidence” must have 20 entries or fewer.',
    ],
  ])('says of %s what to do', (path, changes, message) => {
    expect(at(path, changes)).toBe(message);
  });

  it('quotes the name of an unknown field', () => {
    expect(at('colour', { colour: 1 })).toContain('the field "colour"');
  });

  it('speaks of the whole body, and of fields without a title by their names', () => {
    const schema = z.strictObject({ fileName: z.string().min(1), bytes: z.int().max(10) });
    const said = (input: unknown) => {
      const { error } = schema.safeParse(input);
      return problemsOf(error ?? new z.ZodError([]), { schema, input }).map((problem) =>
        inWords(apiWords, problem, aboutField(schema, problem.path)),
      );
    };
    expect(said({ bytes: 11 })).toEqual(['Add “File name”.', '“Bytes” must be 10 or less.']);
    expect(said('hello')).toEqual(['The body must be a group of fields. Send one JSON object.']);
  });
});

describe('a page, to who filled it in', () => {
  const missing: Broken = { rule: 'missing', params: {} };
  const late: Broken = { rule: 'after-referral', params: { on: '2026-09-24' } };

  it.each<[Asked['how'], string, Broken, string]>([
    ['enter', 'your name', missing, 'Enter your name'],
    ['select', 'your role', { rule: 'bad-format', params: {} }, 'Select your role'],
    ['yes-no', 'the child is at immediate risk', missing, 'Select yes if the child is at immediate risk'],
    ['list', 'parent or carer', missing, 'Add at least one parent or carer'],
    ['enter', 'your name', { rule: 'too-long', params: { limit: 150 } }, 'Your name must be 150 characters or fewer'],
    ['enter', 'the date of the assessment', late, 'Date of the assessment must be on or before 24 September 2026'],
  ])('asks to %s %s', (how, called, broken, message) => {
    expect(errorInWords(broken, { how, called })).toBe(message);
  });
});
