import type { Broken, Problem } from '#domain/problems/rules.ts';
import { callProblems } from '#domain/referral/emergency-call.ts';
import { validateReferral } from '#domain/referral/validate.ts';
import { readBody } from '../body/read-body.ts';
import { toolField } from '../pages/development/tool.ts';
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
  const found = problems.map((problem) => faultOf(problem, answers));
  return found.filter(({ path }, index) => found.findIndex((other) => other.path === path) === index);
}

/** A problem of the referral that these answers make, at its input. */
export function faultOf(problem: Problem, answers: Answers): Fault {
  return { path: readBody(answers).inputs.get(problem.path) ?? problem.path, problem };
}

/** What is wrong on one step, in the words of a form. */
export function mistakesOn(step: Step, answers: Answers, at: CheckedAt): Mistake[] {
  const mine = new Map(step.fields.map((field) => [firstNameOf(field), field]));
  const given = step.page.path === 'tool' ? { ...answers, ...probe } : answers;
  const found = new Map(mistakesIn(given, at).map(({ path, problem }) => [path, problem]));
  // In the order of the page, as people go through it.
  return [...mine].flatMap(([path, field]) => {
    // A referral may come without an assessment; on the form that is one of the answers, so that none is passed over.
    const isPassedOver = path === toolField.path && !answers[path];
    const broken = isPassedOver ? notAnswered : found.get(path);
    return broken ? [mistakeAt(field, broken, given)] : [];
  });
}

const notAnswered: Broken = { rule: 'missing', params: {} };

/** An area that stands for all: so that the tool and its date are checked before any area was typed. */
const probe = { 'development.locomotor.age': '1', 'development.locomotor.score': '1' };
