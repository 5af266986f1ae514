import type { Problem } from '#domain/problems/problems.ts';
import { declaresImmediateRisk, validateReferral } from '#domain/referral/validate.ts';
import { isRealDate } from '#domain/values/dates.ts';
import { isObject } from '../../http/json-body.ts';
import { readBody } from '../body/read-body.ts';
import { toolField } from '../pages/development/tool.ts';
import { parseField } from './codec.ts';
import { type Answers, type Field, firstNameOf, labelOf, namesOf } from './fields.ts';
import type { Step } from './steps.ts';

/** What is wrong, at the input where it can be fixed. */
export interface Mistake {
  readonly path: string;
  readonly message: string;
  /** Where it is fixed, if that is another page. */
  readonly href?: string;
}

/** Everything that is wrong with what was answered so far; a mistake in no input carries the path of the referral. */
export function mistakesIn(answers: Answers, today: string): readonly (Mistake & { readonly problem: Problem })[] {
  const { body, inputs } = readBody(answers);
  const validated = validateReferral(body, today);
  const problems = [...(validated.ok ? [] : validated.problems), ...unrecordedCall(body)];
  const found = problems.map((problem) => ({
    path: inputs.get(problem.path) ?? problem.path,
    message: problem.message,
    problem,
  }));
  return found.filter(({ path }, index) => found.findIndex((other) => other.path === path) === index);
}

/** While a child is at risk the call must be recorded: when it was made, and who made it. */
function unrecordedCall(body: unknown): Problem[] {
  if (!declaresImmediateRisk(body) || !isObject(body)) return [];
  return ['emergencyCallMadeAt', 'emergencyCallMadeBy']
    .filter((path) => body[path] === undefined)
    .map((path) => ({ code: 'FIELD_MISSING', path, message: 'Record the emergency call before this can be sent.' }));
}

/** What is wrong on one step, in the words of a form. */
export function mistakesOn(step: Step, answers: Answers, today: string): Mistake[] {
  const mine = new Map(step.fields.map((field) => [firstNameOf(field), field]));
  const given = step.page.path === 'tool' ? { ...answers, ...probe } : answers;
  const found = new Map(mistakesIn(given, today).map((mistake) => [mistake.path, mistake]));
  // In the order of the page, as people go through it.
  return [...mine].flatMap(([path, field]) => {
    const mistake = found.get(path);
    // A referral may come without an assessment; on the form that is one of the answers, so that none is passed over.
    if (path === toolField.path && !answers[path]) return [{ path, message: asked('Choose', labelOf(field)) }];
    return mistake ? [{ path, message: inFormWords(field, answers, mistake.problem) }] : [];
  });
}

/** An area that stands for all: so that the tool and its date are checked before any area was typed. */
const probe = { 'development.locomotor.age': '1', 'development.locomotor.score': '1' };

/** The rule is the domain's; a box, a list of choices and three inputs are ours to speak of. */
export function inFormWords(field: Field, answers: Answers, { code, message }: Problem): string {
  const label = labelOf(field).replace(/ \(.*\)$/, '');
  const isMissing = code === 'FIELD_MISSING';
  const value = parseField(field, answers);
  const isBlank = namesOf(field).every((name) => (answers[name] ?? '').trim() === '');
  if (field.kind === 'yes-no') return `Choose yes or no: ${label}`;
  if (field.kind === 'choice' || field.kind === 'select') return asked('Choose', label);
  if (isMissing && isBlank) return asked('Enter', label);
  if (field.kind === 'number') {
    return typeof value === 'string' ? must(label, 'a number, such as 12 or 10.5') : ofLabel(label, message);
  }
  if (field.kind === 'date') {
    return isRealDate(String(value))
      ? message.replace(/^Assessment \d+ /, 'The assessment ')
      : must(label, 'a real date with day, month and year, such as 27 3 2025');
  }
  if (field.type === 'email') return `${asked('Enter', label)}, such as name@example.org`;
  if (field.type === 'tel') return 'Enter a telephone number with its area code, such as 01632 960 001';
  if (field.kind === 'moment') return `Enter the day, and the time as hours and minutes such as 14:05: ${label}`;
  return message;
}

/** "Date of birth must be a real date"; a label that is a question stays one. */
function must(label: string, what: string): string {
  return label.endsWith('?') ? `${label} Enter ${what}` : `${label} must be ${what}`;
}

/** What must be of a number, said of it as it is called on the page. */
function ofLabel(label: string, message: string): string {
  return label.endsWith('?') ? message : message.replace(/^.+? must be /, () => `${label} must be `);
}

/** "Enter your name", "Choose the locality"; a label that is a question stays one. */
function asked(verb: 'Choose' | 'Enter', label: string): string {
  if (label.endsWith('?')) return `${verb} an answer: ${label}`;
  const noun = /^(?:[A-Z][a-z]|E-)/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
  return `${verb} ${/^(?:your|the) /.test(noun) ? '' : 'the '}${noun}`;
}
