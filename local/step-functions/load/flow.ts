import type { State } from './fields.ts';
import type { Refuse } from './refuse.ts';

/** Every Next leads to a state, and every state can be reached from the first. */
export function checkFlow(startAt: string, states: Map<string, State>, refuse: Refuse): void {
  if (!states.has(startAt)) refuse(`it starts at "${startAt}", which is not one of its states.`);
  const reached = new Set<string>([startAt]);
  for (const name of reached) {
    const state = states.get(name);
    for (const target of state ? targetsOf(state) : []) {
      if (!states.has(target)) refuse(`state "${name}" leads to "${target}", which is not one of its states.`);
      reached.add(target);
    }
  }
  const stray = [...states.keys()].find((name) => !reached.has(name));
  if (stray !== undefined) refuse(`state "${stray}" cannot be reached from "${startAt}".`);
}

function targetsOf(state: State): string[] {
  if (state.Type === 'Succeed' || state.Type === 'Fail') return [];
  if (state.Type === 'Choice') return [...state.Choices.map((rule) => rule.Next), state.Default];
  const next = state.Next === undefined ? [] : [state.Next];
  return state.Type === 'Task' ? [...next, ...state.Catch.map((one) => one.Next)] : next;
}
