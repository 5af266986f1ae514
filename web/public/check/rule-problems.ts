import type { Problem } from '#domain/problems/rules.ts';
import type { Area } from '#domain/referral/codes.ts';
import { pathKeys } from '#domain/values/path-text.ts';
import { dateProblem, dateProblemAt } from '../../components/date-problem.ts';
import { type Asked, errorInWords } from '../../components/error-words.ts';
import { codeInWords } from '../../components/record/words.ts';
import { type CheckForm, dateIn } from './form.ts';
import type { FieldProblem } from './typed-referral.ts';

interface Place extends Asked {
  /** The id of the input. */
  readonly input: string;
  /** Which date it is, where it is one. */
  readonly date?: 'dob' | 'assessed';
}

const entered = (input: string, called: string): Place => ({ input, how: 'enter', called });
const dob: Place = { ...entered('on-dob', 'the date of birth'), date: 'dob' };
const assessed: Place = { ...entered('on-assessed', 'the date of the assessment'), date: 'assessed' };
const places: ReadonlyMap<string, Place> = new Map<string, Place>(
  Object.entries({
    'child.gestationWeeks': entered('number-gestation', 'the weeks of pregnancy at birth'),
    'otherInterventions[0].hoursPerWeek': entered('number-otherHours', 'the hours a week of other help'),
    settingHoursPerWeek: entered('number-settingHours', 'the hours a week in a nursery or other setting'),
  }),
);

/** The problems that the rules found, each at its field of the form; one for each field. */
export function ruleProblems(problems: readonly Problem[], form: CheckForm, scored: readonly Area[]): FieldProblem[] {
  const found = problems.map((problem) => {
    const { input, date, ...asked } = placeOf(problem.path, scored);
    if (date) return dateProblemAt(input, dateProblem(problem, dateIn(form, date), asked.called));
    return { path: input, message: errorInWords(problem, asked) };
  });
  return found.filter(({ path }, i) => found.findIndex((other) => other.path === path) === i);
}

function placeOf(path: string, scored: readonly Area[]): Place {
  const [root, index, field] = pathKeys(path);
  if (root !== 'assessments' || field === undefined) return places.get(path) ?? dob;
  const area = scored[Number(index)];
  if (field === 'developmentalAgeMonths' && area) {
    return entered(`age-${area}`, `the developmental age for ${codeInWords(area).toLowerCase()}`);
  }
  return assessed;
}
