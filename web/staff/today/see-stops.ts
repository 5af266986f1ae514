import { referenceOfTodo } from '#domain/people/todo.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';
import { openTasksOf } from './find.ts';
import { stopListWords as words } from './stop-words.ts';

/** What came of each result that was marked, in a sentence, or that none was: then nothing is recorded. */
export interface SeenStops {
  readonly results: readonly { readonly said: string; readonly isDone: boolean }[];
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/** Marks of results begin with this, so that no other field of the form is taken for one. */
const MARK = 'stop-';

/** Enters of each result that is marked, on its own, that this person has seen it. Only of what they are asked to see. */
export async function seeStops(deps: StaffDeps, access: AreaAccess, fields: FormFields): Promise<SeenStops> {
  const ids = Object.keys(fields).flatMap((name) => (name.startsWith(MARK) ? [name.slice(MARK.length)] : []));
  if (ids.length === 0) return { results: [], problems: [{ path: 'stops', message: words.noneMarked }] };
  const asked = (await openTasksOf(deps, access.person)).filter(({ stop }) => stop !== undefined).map(({ id }) => id);
  const results: { said: string; isDone: boolean }[] = [];
  for (const id of ids) results.push(await seeOne(deps, access, id, asked));
  return { results, problems: [] };
}

async function seeOne(deps: StaffDeps, { actor }: AreaAccess, id: string, asked: readonly string[]) {
  const reference = referenceOfTodo(id);
  const todo = reference === undefined ? undefined : await deps.todos.readTodo(reference, id);
  if (todo?.kind === 'SEE_STOP' && todo.done) return { said: words.already(todo.reference), isDone: false };
  if (todo?.kind !== 'SEE_STOP' || !asked.includes(id)) return { said: words.gone, isDone: false };
  const { kind } = await deps.seeStop(todo, actor, { note: '', asks: false });
  return kind === 'DONE'
    ? { said: words.done(todo.reference), isDone: true }
    : { said: words.already(todo.reference), isDone: false };
}
