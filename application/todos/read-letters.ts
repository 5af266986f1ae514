import { whyTodoIsOver } from '#domain/case/todo-over.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { printedFor } from '#domain/notices/to-print.ts';
import { PRINTERS, type Todo, todoQueue } from '#domain/people/todo.ts';
import type { Indexes, TodoStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { addDays, londonDateOf } from '#domain/values/dates.ts';
import { workingDayBefore } from '#domain/values/working-days.ts';
import { type FamilyDeps, readFamily } from '../read-family.ts';

/** As many open letters as are shown at once, the first due first. */
const MOST = 100;
/** More letters than a service ever posts in a month. */
const MOST_POSTED = 1_000;
/** For how many working days what was posted is shown. */
export const SHOWN_DAYS = 20;

/** An open letter. `mayPost`: false where none may be posted at this moment. */
export interface OpenLetter {
  readonly todo: Todo;
  readonly isLargePrint: boolean;
  readonly mayPost: boolean;
}

/** Every letter that is to be printed, and those that someone saw to of late, the last recorded first. */
export interface Letters {
  readonly open: readonly OpenLetter[];
  readonly isMore: boolean;
  readonly posted: readonly Todo[];
}

interface LettersDeps extends FamilyDeps {
  readonly indexes: Pick<Indexes, 'work' | 'lettersIn'>;
  readonly todos: Pick<TodoStore, 'readTodo'>;
  readonly policy: Policy;
}

/** The letters as they are at this moment: each is read again, and none is shown that no one needs any more. */
export function readLetters(deps: LettersDeps): () => Promise<Letters> {
  return async () => {
    const rows = await deps.indexes.work(todoQueue(PRINTERS), MOST);
    const [todos, posted] = await Promise.all([todosOf(deps, rows), postedOf(deps)]);
    const open = await Promise.all(todos.filter(({ done }) => !done).map((todo) => openLetter(deps, todo)));
    return { open: open.flatMap((one) => one ?? []), isMore: rows.length === MOST, posted };
  };
}

type Rows = Awaited<ReturnType<Indexes['lettersIn']>>;

async function todosOf({ todos }: LettersDeps, rows: Rows): Promise<Todo[]> {
  const read = rows.map(({ reference, taskId = '' }) => todos.readTodo(reference, taskId));
  return (await Promise.all(read)).flatMap((todo) => todo ?? []);
}

async function openLetter(deps: LettersDeps, todo: Todo): Promise<OpenLetter | undefined> {
  const { reference } = todo;
  const [theCase, stored] = await Promise.all([deps.cases.readCase(reference), deps.referrals.readReferral(reference)]);
  if (!theCase || !stored || theCase.death || whyTodoIsOver(todo, theCase)) return undefined;
  const family = await readFamily(deps, theCase, addresseesOf(stored.body));
  const mayPost = printedFor(todo.why, theCase, family).length > 0;
  return { todo, mayPost, isLargePrint: family.communication?.format === 'LARGE_PRINT' };
}

/** What the service ended itself was not posted, and is left out. */
async function postedOf(deps: LettersDeps): Promise<Todo[]> {
  const today = londonDateOf(deps.now());
  let since = today;
  for (let days = 0; days < SHOWN_DAYS; days += 1) since = workingDayBefore(since, deps.policy);
  const rows = await Promise.all(monthsOver(since, today).map((month) => deps.indexes.lettersIn(month, MOST_POSTED)));
  const todos = await todosOf(deps, rows.flat());
  return todos
    .filter(({ done }) => done && done.why === undefined && londonDateOf(done.at) >= since)
    .toSorted((a, b) => (b.done?.at ?? '').localeCompare(a.done?.at ?? ''));
}

/** Each month (`2026-09`) that a day of this span is in. */
function monthsOver(from: string, to: string): string[] {
  const months = new Set<string>();
  for (let day = from; day <= to; day = addDays(day, 1)) months.add(day.slice(0, 7));
  return [...months];
}
