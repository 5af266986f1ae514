import { QUERY_EVALUATION, StateError } from '../errors.ts';
import type { Draft } from '../execution.ts';
import type { Bindings } from '../jsonata-functions.ts';
import type { ChoiceState } from '../load/fields.ts';
import { fill } from '../template.ts';
import { leave } from './move.ts';
import { bindingsOf, type World } from './world.ts';

/** The first rule whose condition holds; the state's own Output and Assign belong to the Default. */
export async function choose(draft: Draft, world: World, state: ChoiceState): Promise<void> {
  const bindings = bindingsOf(draft.execution, world.machine);
  const { input } = draft.execution.state;
  for (const [index, rule] of state.Choices.entries()) {
    const field = `Choices[${index}]/Condition`;
    if (await holds(rule.Condition, field, bindings, world.at)) return leave(draft, world, rule, bindings, input);
  }
  return leave(draft, world, { Next: state.Default, Output: state.Output, Assign: state.Assign }, bindings, input);
}

async function holds(condition: string | boolean, field: string, bindings: Bindings, at: number): Promise<boolean> {
  const value = await fill(condition, field, bindings, at);
  if (typeof value === 'boolean') return value;
  throw new StateError(
    QUERY_EVALUATION,
    `The field '${field}' must be a boolean, but was ${JSON.stringify(value)}.`,
    field,
  );
}
