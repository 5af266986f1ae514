import { birthDateFormSchema, readBirthDate, type TypedBirthDate } from '../components/birth-date-form.ts';
import { type DateProblem, dateProblemAt } from '../components/date-problem.ts';
import type { FormFields } from '../http/form-body.ts';
import type { HttpResponse } from '../http/message.ts';
import { type PageDeps, page } from '../layout/page.ts';
import { retryAfter } from '../layout/retry-after.ts';
import { hasWrongDate, TOO_MANY_TRIES, tryBirthDate } from './birth-date.ts';
import { instantInWords } from './instants.ts';
import { otherRoadWords } from './other-road.ts';
import type { TryDeps } from './tries.ts';

/** One page that asks for the child's date of birth before it shows anything of the child, with its own words. */
export interface BirthDateQuestion {
  readonly title: string;
  /** What the page says before it asks, a paragraph each. */
  readonly before: readonly string[];
  readonly legend: string;
  readonly wrong: string;
  /** Where the form goes, below the base. */
  readonly at: string;
  readonly csrf?: string;
  readonly back?: { readonly at: string; readonly text: string };
  /** Tries are counted under this. */
  readonly through: string;
  /** Where a code is asked for in place of the date, below the base. Without it, no code opens this page. */
  readonly codeAt?: string;
  /** What the page says before our phone number. */
  readonly callUs?: string;
}

export interface BirthDateDeps extends PageDeps, TryDeps {}

/** The question, with what was typed. From the first wrong date on, the page offers a code too, where one would do. */
export async function askBirthDate(
  deps: BirthDateDeps,
  question: BirthDateQuestion,
  typed: TypedBirthDate = { day: '', month: '', year: '' },
  problem?: DateProblem,
): Promise<HttpResponse> {
  const problems = problem === undefined ? [] : [dateProblemAt('dob', problem)];
  const status = problem === undefined ? 200 : 422;
  const isOffered = await hasWrongDate(deps, question.through);
  const data = { problems, typed, question, ...(isOffered ? otherRoad(question) : {}) };
  return page(deps, { status, template: 'access/birth-date.njk', title: question.title, data });
}

/**
 * `RIGHT` where the date that was typed is the child's. Any other date counts as a try and is asked for again. After the
 * last try, the page says from when to try again. A date that no calendar has costs no try.
 */
export async function answerBirthDate(
  deps: BirthDateDeps,
  question: BirthDateQuestion,
  fields: FormFields,
  isRight: (on: string) => boolean,
): Promise<'RIGHT' | HttpResponse> {
  const typed = birthDateFormSchema.parse(fields);
  const read = readBirthDate(typed);
  if (!('on' in read)) return askBirthDate(deps, question, typed, read);
  const guess = await tryBirthDate(deps, question.through, isRight(read.on));
  if (guess.kind === 'RIGHT') return 'RIGHT';
  if (guess.kind === 'WAIT') return waitPage(deps, question, guess.againAt);
  const left = guess.triesLeft === 1 ? 'one try' : `${guess.triesLeft} tries`;
  return askBirthDate(deps, question, typed, { message: `${question.wrong}. You have ${left} left`, parts: [] });
}

/** After too many wrong dates: from when to try again, and the code. */
function waitPage(deps: BirthDateDeps, question: BirthDateQuestion, againAt: string): HttpResponse {
  return page(deps, {
    headers: retryAfter(againAt, deps.now()),
    status: 429,
    template: 'access/wait.njk',
    title: TOO_MANY_TRIES,
    data: { againAt: instantInWords(againAt), question, ...otherRoad(question) },
  });
}

const otherRoad = ({ codeAt }: BirthDateQuestion) =>
  codeAt === undefined ? {} : { codeAt, otherRoad: otherRoadWords };
