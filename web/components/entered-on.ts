import type { CommandProblem } from '#application/command.ts';
import type { FormFields } from '../http/form-body.ts';
import { type CommandWords, inCommandWords } from './command-words.ts';
import { dateFault } from './date-fault.ts';
import { dateProblemAt } from './date-problem.ts';
import { dateIn, type TypedDate, typedDateIn } from './typed-date.ts';

/** What was typed into the boxes of the day on which something was done. */
export function typedOn(fields: FormFields): TypedDate {
  return typedDateIn(fields, 'on');
}

/** That day as a command takes it: blank when nothing was typed. */
export function enteredOn(fields: FormFields): string {
  return dateIn(fields, 'on');
}

/** What is wrong with a day that is no real one, or still to come. */
export const dayFaultWords = {
  DATE_UNREAL: 'Enter a real date, like 27 3 2025',
  DATE_IN_FUTURE: 'Date must be today or in the past',
} as const;

/** The problems of a command in the words of its page. Of a day that is no real one they name the part to correct. */
export function inDatedWords<Code extends string>(
  words: CommandWords<Code>,
  problems: readonly CommandProblem<Code>[],
  fields: FormFields,
) {
  return problems.flatMap((problem) =>
    inCommandWords(words, [problem]).map((said) => {
      if (said.path !== 'on') return said;
      const fault = problem.rule === 'not-a-date' ? dateFault(typedOn(fields)) : undefined;
      const message = fault ? `Date must ${fault.must}` : said.message;
      return dateProblemAt('on', { message, parts: fault?.parts ?? [] });
    }),
  );
}
