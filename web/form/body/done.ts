import type { Answers } from '../engine/fields.ts';
import { namesOf } from '../engine/fields.ts';
import { type CheckedAt, mistakesOn } from '../engine/mistakes.ts';
import { pagesFor, stepsIn } from '../engine/steps.ts';

/** The steps that are done: they have an answer and no mistake. */
export function doneIn(answers: Answers, at: CheckedAt): string[] {
  const isAnswered = (name: string) => (answers[name] ?? '') !== '';
  return pagesFor(answers)
    .flatMap((page) => stepsIn(page, answers))
    .filter((step) => step.fields.flatMap(namesOf).some(isAnswered))
    .filter((step) => mistakesOn(step, answers, at).length === 0)
    .map(({ path }) => path);
}
