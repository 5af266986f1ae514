import { confirmBand } from './confirm-band.ts';
import { type TodoDeps, tellInPerson } from './tell-in-person.ts';

/** What staff can do of what they are asked beside a task, by the kind of it. */
export function doTodos(deps: TodoDeps) {
  return { tellInPerson: tellInPerson(deps), confirmBand: confirmBand(deps) };
}

export type DoTodos = ReturnType<typeof doTodos>;
