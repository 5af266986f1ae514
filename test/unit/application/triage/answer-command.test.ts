import { expect, test } from 'vitest';
import { readCommand } from '#application/command.ts';
import { type AnswerCommand, answerFaults, answerSchema } from '#application/triage/answer-command.ts';
import { MACHINE } from '#domain/people/actor.ts';

const document = (n: number) => ({ evidenceId: `e${n}`, type: 'SOGS', title: 'Form' });
const typed = { reference: '23456789CDF', taskId: '23456789CDF-T1', by: MACHINE, text: '', evidence: [document(1)] };
const read = (changes: Partial<AnswerCommand>, already = 0) =>
  readCommand(answerSchema({ added: Array.from({ length: already }, (_, n) => document(n)) }), answerFaults, {
    ...typed,
    ...changes,
  });
const problems = (...given: Parameters<typeof read>) => {
  const result = read(...given);
  return 'problems' in result ? result.problems.map(({ path, code, params }) => [path, code, params]) : [];
};

test('an answer is trimmed, and a document is answer enough', () => {
  expect(read({ text: ' Yes,\r\nit is ' })).toEqual({ command: { ...typed, text: 'Yes,\nit is' } });
  expect(read({})).toEqual({ command: typed });
});

test('an area is answer enough, by the schema of a referral', () => {
  const area = { area: 'locomotor', developmentalAgeMonths: 12, tool: 'SOGS', assessedOn: '2026-09-10' } as const;
  expect(problems({ evidence: [], areas: [area] })).toEqual([]);
  expect(problems({ evidence: [], areas: [] })).toEqual([['text', 'ANSWER_MISSING', {}]]);
});

test('an answer without words or a document is missing (half-finished)', () => {
  expect(problems({ text: ' \n ', evidence: [] })).toEqual([['text', 'ANSWER_MISSING', {}]]);
});

test('a text too long is refused at the first character too many (hostile)', () => {
  expect(problems({ text: 'x'.repeat(4000) })).toEqual([]);
  expect(problems({ text: 'x'.repeat(4001) })).toEqual([['text', 'ANSWER_TOO_LONG', { limit: 4000 }]]);
});

test('a character that cannot be shown is refused (malformed)', () => {
  expect(problems({ text: 'Yes\u0007' })).toEqual([['text', 'ANSWER_UNREADABLE', {}]]);
});

test('a case takes a hundred documents over all answers, and words without a document after that', () => {
  expect(problems({}, 99)).toEqual([]);
  expect(problems({}, 100)).toEqual([['text', 'TOO_MANY_DOCUMENTS', { limit: 100 }]]);
  expect(problems({ text: 'Yes', evidence: [] }, 100)).toEqual([]);
});
