import type { TeamResult } from '#application/access/change-team.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { type DatePart, dateFault } from '../../components/date-fault.ts';
import { dateProblemAt } from '../../components/date-problem.ts';
import { typedDateIn } from '../../components/typed-date.ts';
import type { FormFields } from '../../http/form-body.ts';
import { refusalWords, teamFaultWords } from './words.ts';

export interface SettingsProblem {
  readonly path: string;
  readonly message: string;
  /** The boxes of a date that are to be corrected, where it is not the date as a whole. */
  readonly parts?: readonly DatePart[];
}

/** What is wrong with a change of the team, each at its control; empty when it was made. */
export function problemsOf(result: TeamResult): SettingsProblem[] {
  if ('refused' in result) return [refusalWords[result.refused]];
  if (!('problems' in result)) return [];
  return inCommandWords(teamFaultWords, result.problems).map(({ path, message }) => ({
    path: controlOf(path),
    message,
  }));
}

/** The same, where a date that is no real one names its part to correct. `dates` says what each date of the form is called. */
export function namingParts(
  problems: readonly SettingsProblem[],
  fields: FormFields,
  dates: ReadonlyMap<string, string>,
): SettingsProblem[] {
  return problems.map((problem) => {
    const name = problem.path.replace(/-day$/, '');
    const called = dates.get(name);
    const fault = called === undefined ? undefined : dateFault(typedDateIn(fields, name));
    return fault ? dateProblemAt(name, { message: `${called} must ${fault.must}`, parts: fault.parts }) : problem;
  });
}

/** What is wrong with each of these dates, and in which boxes. */
export function wrongDates(problems: readonly SettingsProblem[], names: Iterable<string>) {
  return Object.fromEntries(
    [...names].map((name) => {
      const found = problems.find(({ path }) => path.startsWith(`${name}-`));
      return [name, { message: found?.message, parts: found?.parts ?? [] }];
    }),
  );
}

/** A day of the leave that was typed last stands under its own name, in the first of its boxes. */
function controlOf(path: string): string {
  const [, day] = /^leave\W\d+\W*(from|to)$/.exec(path) ?? [];
  if (day !== undefined) return `${day}-day`;
  return path.startsWith('roles') ? 'roles' : path;
}
