import type { Policy } from '#domain/service/policy.ts';
import { readBody } from '../body/read-body.ts';
import { eha, isToldInEha } from '../pages/before/eha.ts';
import { type Answers, namesOf } from './fields.ts';
import { type CheckedAt, mistakesIn } from './mistakes.ts';
import type { Page } from './page-types.ts';
import { pagesFor, stepsIn } from './steps.ts';

export type SectionStatus = 'COMPLETED' | 'NOT_STARTED' | 'INCOMPLETE' | 'OPTIONAL' | 'IN_EHA';

export interface Task {
  readonly page: Page;
  readonly standing: SectionStatus;
  /** Why its answers keep the referral from being sent. Empty when they do not. */
  readonly stop: string;
}

export interface TaskSection {
  readonly title: string;
  readonly tasks: readonly Task[];
}

interface Standard extends CheckedAt {
  readonly policy: Policy;
  /** Pages with a file that is missing or cannot be used. */
  readonly lacking: ReadonlySet<string>;
}

/** The tasks of the form by section. The status of each comes from the rules, the saved pages and the files. */
export function tasksOf(answers: Answers, done: readonly string[], by: Standard): TaskSection[] {
  const wrong = [...mistakesIn(answers, by).map(({ path }) => path), ...tooShort(answers, by)];
  const known = { answers, done, wrong, lacking: by.lacking };
  const tasks = pagesFor(answers).map((page) => ({
    page,
    standing: sectionStatusOf(page, known),
    stop: (page.kind === 'questions' && page.stops?.({ ...by, body: readBody(answers).body })) || '',
  }));
  const titles = [...new Set(tasks.map(({ page }) => page.section))];
  return titles.map((title) => ({ title, tasks: tasks.filter(({ page }) => page.section === title) }));
}

/** Lists with too few entries to send the referral. */
function tooShort(answers: Answers, { today, policy }: Standard): string[] {
  const { body } = readBody(answers);
  return pagesFor(answers).flatMap((page) =>
    page.kind === 'list' && page.isEnough?.({ body, today, policy }) === false ? [page.root] : [],
  );
}

interface KnownOfAll {
  readonly answers: Answers;
  readonly done: readonly string[];
  readonly wrong: readonly string[];
  readonly lacking: ReadonlySet<string>;
}

function sectionStatusOf(page: Page, { answers, done, wrong, lacking }: KnownOfAll): SectionStatus {
  const steps = stepsIn(page, answers);
  const isDone = steps.length > 0 && steps.every(({ path }) => done.includes(path));
  // An entry that was saved blank still counts, and stops the referral from being sent.
  const isBegun = isTouched(page, answers) || (page.kind === 'list' && steps.length > 0);
  if (lacking.has(page.path)) return 'INCOMPLETE';
  if (wrong.some((path) => belongsTo(page, path))) return isBegun ? 'INCOMPLETE' : 'NOT_STARTED';
  if (isDone) return 'COMPLETED';
  if (isBegun) return 'INCOMPLETE';
  if (page.kind === 'questions' && page.isNeeded) return 'NOT_STARTED';
  return isToldInEha(page.path, answers) && !lacking.has(eha.path) ? 'IN_EHA' : 'OPTIONAL';
}

/** True when this page asks for an input, or for a path of the referral. */
export function belongsTo(page: Page, path: string): boolean {
  if (page.kind === 'list') return path === page.root || path.startsWith(`${page.root}[`);
  return page.fields.some((field) => path === field.path || path.startsWith(`${field.path}-`));
}

function isTouched(page: Page, answers: Answers): boolean {
  if (page.kind === 'questions') return page.fields.some((field) => namesOf(field).some((name) => answers[name]));
  return Object.keys(answers).some((name) => answers[name] && belongsTo(page, name));
}
