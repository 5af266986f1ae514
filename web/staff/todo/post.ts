import type { TodoAccess } from '../../access/staff-todo.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { notYetPage } from '../decide/page.ts';
import type { StaffDeps } from '../deps.ts';
import { donePage } from './done.ts';
import { todoKinds } from './kinds.ts';
import { toDied, todoPage } from './page.ts';

/** POST: recorded, or told what is missing with everything typed kept, or told who was first. */
export function postTodo(deps: StaffDeps) {
  return async (access: TodoAccess, fields: FormFields): Promise<HttpResponse> => {
    const { todo, person } = access;
    const kind = todoKinds.get(todo.kind);
    if (!kind) return notYetPage(deps, todo.reference);
    if (todo.done) return donePage(deps, access, 409);
    if ((await deps.cases.readCase(todo.reference))?.death) return toDied(deps, todo);
    const entered = await kind.enter(deps, todo, person, fields);
    if (entered === 'DONE') return seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${todo.id}`));
    if (entered !== 'ALREADY') return todoPage(deps, access, { form: fields, problems: entered });
    const now = (await deps.todos.readTodo(todo.reference, todo.id)) ?? todo;
    return donePage(deps, { ...access, todo: now }, 409);
  };
}
