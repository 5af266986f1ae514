import { mistakesIn } from './mistakes.ts';
import type { Page } from './page-types.ts';
import type { Answers } from './read-answers.ts';
import { pagesFor, stepsIn } from './steps.ts';

export type Standing = 'COMPLETED' | 'NOT_STARTED' | 'INCOMPLETE' | 'OPTIONAL';

export interface Task {
  readonly page: Page;
  readonly standing: Standing;
}

export interface TaskSection {
  readonly title: string;
  readonly tasks: readonly Task[];
}

/** The form as a list of tasks by section, each with how it stands: by the domain's rules, and whether it was looked at. */
export function tasksOf(answers: Answers, done: readonly string[], today: string): TaskSection[] {
  const wrong = mistakesIn(answers, today).map(({ path }) => path);
  const tasks = pagesFor(answers).map((page) => ({ page, standing: standingOf(page, answers, done, wrong) }));
  const titles = [...new Set(tasks.map(({ page }) => page.section))];
  return titles.map((title) => ({ title, tasks: tasks.filter(({ page }) => page.section === title) }));
}

function standingOf(page: Page, answers: Answers, done: readonly string[], wrong: readonly string[]): Standing {
  const steps = stepsIn(page, answers);
  const isDone = steps.length > 0 && steps.every(({ path }) => done.includes(path));
  if (wrong.some((path) => belongsTo(page, path))) return isTouched(page, answers) ? 'INCOMPLETE' : 'NOT_STARTED';
  if (isDone) return 'COMPLETED';
  return isTouched(page, answers) ? 'INCOMPLETE' : 'OPTIONAL';
}

/** Whether an input, or a path of the referral, is asked for on this page. */
export function belongsTo(page: Page, path: string): boolean {
  if (page.kind === 'list') return path === page.root || path.startsWith(`${page.root}[`);
  return page.fields.some((field) => path === field.path || path.startsWith(`${field.path}-`));
}

function isTouched(page: Page, answers: Answers): boolean {
  return Object.entries(answers).some(([name, typed]) => typed !== '' && belongsTo(page, name));
}

/** The page after this one in its section, where there is one. */
export function pageAfter(page: Page, answers: Answers): Page | undefined {
  const asked = pagesFor(answers);
  const next = asked[asked.findIndex(({ path }) => path === page.path) + 1];
  return next && next.section === page.section ? next : undefined;
}
