import { isExpression } from '../jsonata.ts';
import type { State, TaskState } from './fields.ts';
import type { Refuse } from './refuse.ts';

const RESOURCE = /^arn:aws[a-z-]*:states:::lambda:invoke(\.waitForTaskToken)?$/;

export function checkState(state: State, refuse: Refuse): void {
  if (state.Type === 'Task') checkTask(state, refuse);
  if (state.Type === 'Wait' && (state.Seconds === undefined) === (state.Timestamp === undefined))
    refuse('needs exactly one of Seconds and Timestamp.');
  if ('Next' in state || 'End' in state || ['Task', 'Pass', 'Wait'].includes(state.Type)) checkEnd(state, refuse);
}

function checkEnd(state: State, refuse: Refuse): void {
  if (state.Type !== 'Task' && state.Type !== 'Pass' && state.Type !== 'Wait') return;
  if ((state.Next === undefined) === (state.End === undefined)) refuse('needs exactly one of Next and End: true.');
}

function checkTask(state: TaskState, refuse: Refuse): void {
  if (!RESOURCE.test(state.Resource))
    refuse(
      `has the resource "${state.Resource}"; supported are arn:aws:states:::lambda:invoke and arn:aws:states:::lambda:invoke.waitForTaskToken.`,
    );
  checkErrorLists(state.Retry, 'Retry', refuse);
  checkErrorLists(state.Catch, 'Catch', refuse);
  for (const { IntervalSeconds, MaxDelaySeconds } of state.Retry)
    if (MaxDelaySeconds !== undefined && MaxDelaySeconds <= IntervalSeconds)
      refuse(`has a Retry whose MaxDelaySeconds (${MaxDelaySeconds}) is not more than its IntervalSeconds.`);
}

function checkErrorLists(rules: { ErrorEquals: string[] }[], field: string, refuse: Refuse): void {
  for (const [index, { ErrorEquals }] of rules.entries()) {
    if (!ErrorEquals.includes('States.ALL')) continue;
    if (ErrorEquals.length > 1) refuse(`names States.ALL beside other errors in ${field}; it must stand alone.`);
    if (index < rules.length - 1) refuse(`has ${field} rules behind the one for States.ALL; that one must be last.`);
  }
}

/** A function that the assembly does not have is refused now rather than when a case reaches it. */
export function checkFunctions(state: State, functionNames: (arn: string) => string, refuse: Refuse): void {
  if (state.Type !== 'Task' || isExpression(state.Arguments.FunctionName)) return;
  try {
    functionNames(state.Arguments.FunctionName);
  } catch (error) {
    refuse(`invokes a function that is not there: ${error instanceof Error ? error.message : String(error)}`);
  }
}
