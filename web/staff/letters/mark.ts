import { whyTodoIsOver } from '#domain/case/todo-over.ts';
import { referenceOfTodo } from '#domain/people/todo.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { enteredOn, inDatedWords } from '../../components/entered-on.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';
import { letterListWords as words } from './list-words.ts';
import { letterFaultWords } from './words.ts';

/** What came of each letter that was marked, in a sentence, or what is missing: then nothing is recorded. */
export interface Marked {
  readonly results: readonly { readonly said: string; readonly isDone: boolean }[];
  readonly problems: ReturnType<typeof inDatedWords>;
}

/** Marks of letters begin with this, so that no other field of the form is taken for one. */
const MARK = 'letter-';

/** Enters for each letter that is marked, on its own, that it was posted on the day that was typed. */
export async function enterPosted(deps: StaffDeps, access: AreaAccess, fields: FormFields): Promise<Marked> {
  const ids = Object.keys(fields).flatMap((name) => (name.startsWith(MARK) ? [name.slice(MARK.length)] : []));
  if (ids.length === 0) return { results: [], problems: [{ path: 'letters', message: words.noneMarked }] };
  const results: { said: string; isDone: boolean }[] = [];
  for (const id of ids) {
    const result = await enterOne(deps, access, id, fields);
    // Of the day alone: it is the same for each, so that nothing is recorded yet.
    if ('problems' in result) return { results, problems: result.problems };
    results.push(result);
  }
  return { results, problems: [] };
}

async function enterOne(deps: StaffDeps, { actor }: AreaAccess, id: string, fields: FormFields) {
  const reference = referenceOfTodo(id);
  const [todo, theCase] = reference
    ? await Promise.all([deps.todos.readTodo(reference, id), deps.cases.readCase(reference)])
    : [];
  if (todo?.kind !== 'PRINT_LETTER' || !theCase) return { said: words.gone, isDone: false };
  if (todo.done) return { said: words.already(todo), isDone: false };
  if (theCase.death || whyTodoIsOver(todo, theCase)) return { said: words.notNeeded(todo), isDone: false };
  const typed = { posted: 'YES', words: '', on: enteredOn(fields) };
  const result = await deps.postLetter(todo, actor, typed);
  if (result.kind === 'INVALID') {
    // Only whether the day is before the referral differs from letter to letter.
    if (!result.problems.every(({ code }) => code === 'DATE_TOO_EARLY'))
      return { problems: inDatedWords(letterFaultWords, result.problems, fields) };
    return { said: words.tooEarly(todo), isDone: false };
  }
  const isDone = result.kind === 'DONE';
  return { said: isDone ? words.done(todo) : words.already(todo), isDone };
}
