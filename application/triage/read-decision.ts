import type { Task } from '#domain/case/case.ts';
import type { Decided } from '#domain/case/decide.ts';
import { personActor } from '#domain/people/actor.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { decidedIn, decisionSchema } from './decision-command.ts';
import type { DecisionContext } from './decision-context.ts';
import { type DecisionFault, decisionFaults } from './decision-faults.ts';
import { type DecisionCommand, needed } from './typed-decision.ts';

export type ReadDecision =
  | { readonly decided: Decided }
  | { readonly problems: readonly CommandProblem<DecisionFault>[] };

/** What a typed decision on a task of this kind comes to, or every problem of it. Records nothing. */
export function readDecision(typed: DecisionCommand, kind: Task['kind'], context: DecisionContext): ReadDecision {
  const schema = decisionSchema(kind, context);
  const read = readCommand(schema, decisionFaults, needed(typed));
  if ('problems' in read) return read;
  const { person, deciderName, deciderRole } = read.command;
  return { decided: { ...decidedIn(read.command, context), by: personActor(person, deciderName, deciderRole) } };
}
