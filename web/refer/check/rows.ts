import { labelOf } from '../fields.ts';
import type { Answers } from '../read-answers.ts';
import { pagesFor, stepsIn } from '../steps.ts';
import { answerInWords } from '../view.ts';

export interface AnswerRow {
  readonly label: string;
  readonly value: string;
  readonly href: string;
}

/** Every answer in the order of the form, with the address where it can be changed. */
export function answerSections(answers: Answers, at: string) {
  return pagesFor(answers).flatMap((page) =>
    stepsIn(page, answers).map((step) => {
      const rows = step.fields.flatMap((field): AnswerRow[] => {
        const value = answerInWords(field, answers);
        const label = labelOf(field).replace(/ \(optional\)$/, '');
        return value === '' ? [] : [{ label, value, href: `${at}/${step.path}?from=check` }];
      });
      return { title: step.title, href: `${at}/${step.path}?from=check`, rows };
    }),
  );
}
