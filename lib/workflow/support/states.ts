import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, Fail, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { DEFINITION_TOO_OLD } from '#domain/process/run.ts';
import type { FunctionName } from '#functions/env.ts';
import { step, wait } from '../task.ts';

/** The functions that the machine invokes. None of them may know the state machine: that would be a circle. */
export const SUPPORT_FUNCTIONS = [
  'follow-support',
  'open-offer',
  'tell-of-offer',
  'park-case',
] as const satisfies readonly FunctionName[];

export type SupportFunctions = Readonly<Record<(typeof SUPPORT_FUNCTIONS)[number], IFunction>>;

/** Where a support stands, by its record and by the clock. */
export function following(scope: Construct, functions: SupportFunctions) {
  return {
    follow: step(scope, 'Look at where the offer stands', { lambdaFunction: functions['follow-support'] }),
    decide: Choice.jsonata(scope, 'Decide what follows the offer'),
  };
}

/** What a family answers, and what staff record. */
export function waiting(scope: Construct, functions: SupportFunctions) {
  const lambdaFunction = functions['open-offer'];
  return {
    family: wait(scope, 'Wait for the family to answer the offer', 'OFFER', { lambdaFunction }),
    begin: wait(scope, 'Wait for support to begin', 'BEGIN', { lambdaFunction }),
    extension: wait(scope, 'Wait for the manager to decide further visits', 'EXTENSION', { lambdaFunction }),
    block: wait(scope, 'Wait for the visits to end', 'BLOCK', { lambdaFunction }),
  };
}

/** How an execution ends. */
export function ending(scope: Construct, functions: SupportFunctions) {
  return {
    tell: step(scope, 'Tell everyone how the offer went', { lambdaFunction: functions['tell-of-offer'] }),
    done: Succeed.jsonata(scope, 'Nothing is left to do for this offer'),
    fresh: Succeed.jsonata(scope, 'A fresh execution continues'),
    park: step(scope, 'Park the support for an operator', {
      lambdaFunction: functions['park-case'],
      payload: {
        machine: 'support',
        error: `{% $exists($states.input.error) ? $states.input.error : '${DEFINITION_TOO_OLD}' %}`,
      },
    }),
    lost: Fail.jsonata(scope, 'The support could not even be parked', {
      error: 'SupportNotParked',
      cause: 'The step that parks a support failed itself. The sweeper parks it once it is overdue; see the runbook.',
    }),
  };
}
