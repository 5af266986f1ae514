import type { Problem } from '#domain/problems/rules.ts';
import { callProblems } from '#domain/referral/emergency-call.ts';
import { validateReferral } from '#domain/referral/validate.ts';
import { readListAt } from '#domain/values/read-path.ts';
import { readBody } from '../body/read-body.ts';
import { givenIn, tool, toolField } from '../pages/development/tool.ts';
import { type Answers, firstNameOf } from './fields.ts';
import { type Mistake, mistakeAt } from './mistake-words.ts';
import type { Step } from './steps.ts';

/** A problem of the referral, at the input that gives what is wrong, or at its path in the referral where none does. */
export interface Fault {
  readonly path: string;
  readonly problem: Problem;
}

/** When answers are checked. */
export interface CheckedAt {
  /** The day of the referral: today, or the day a paper referral arrived. */
  readonly today: string;
  /** This instant, because an emergency call must have been made before it. */
  readonly now: string;
}

/** Everything that is wrong with what was answered so far, one thing for each input. */
export function mistakesIn(answers: Answers, { today, now }: CheckedAt): readonly Fault[] {
  const { body } = readBody(answers);
  const validated = validateReferral(body, today);
  const problems = [...(validated.ok ? [] : validated.problems), ...callProblems(body, now)];
  const found = [...problems.map((problem) => faultOf(problem, answers)), ...unsaid(answers, { today, now })];
  return found.filter(({ path }, index) => found.findIndex((other) => other.path === path) === index);
}

/**
 * What the form asks about the assessment and a referral may come without. An assessment is stored with its areas, so its tool
 * and its date are checked before any area was typed.
 */
function unsaid(answers: Answers, at: CheckedAt): readonly Fault[] {
  if (!answers[toolField.path]) return [{ path: toolField.path, problem: notAnswered }];
  const { ages, scores } = givenIn(answers);
  const hasAreas = readListAt(readBody(answers).body, 'assessments').length > 0;
  if (hasAreas || !(ages || scores)) return [];
  const names = tool.fields.map(firstNameOf);
  return mistakesIn({ ...answers, ...probe }, at).filter(({ path }) => names.includes(path));
}

/** A problem of the referral that these answers make, at its input. */
export function faultOf(problem: Problem, answers: Answers): Fault {
  return { path: readBody(answers).inputs.get(problem.path) ?? problem.path, problem };
}

/** What is wrong on one step, in the words of a form. */
export function mistakesOn(step: Step, answers: Answers, at: CheckedAt): Mistake[] {
  const mine = new Map(step.fields.map((field) => [firstNameOf(field), field]));
  const found = new Map(mistakesIn(answers, at).map(({ path, problem }) => [path, problem]));
  // In the order of the page, as people go through it.
  return [...mine].flatMap(([path, field]) => {
    const broken = found.get(path);
    return broken ? [mistakeAt(field, broken, answers)] : [];
  });
}

const notAnswered: Problem = { code: 'FIELD_MISSING', path: 'assessments', rule: 'missing', params: {} };

/** An area that stands for all. */
const probe = { 'development.locomotor.age': '1', 'development.locomotor.score': '1' };
