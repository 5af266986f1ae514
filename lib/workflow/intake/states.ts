import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, Fail, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { DEFINITION_TOO_OLD } from '#domain/process/run.ts';
import type { FunctionName } from '#functions/env.ts';
import { SCAN_PENDING } from '../retries.ts';
import { step, wait } from '../task.ts';

/** The functions that the machine invokes. None of them may know the state machine: that would be a circle. */
export const WORKFLOW_FUNCTIONS = [
  'validate-referral',
  'check-referral',
  'open-task',
  'remind-people',
  'list-child',
  'tell-people',
  'park-case',
] as const satisfies readonly FunctionName[];

export type WorkflowFunctions = Readonly<Record<(typeof WORKFLOW_FUNCTIONS)[number], IFunction>>;

/** What the machine works out. */
export function checking(scope: Construct, functions: WorkflowFunctions) {
  return {
    validate: step(scope, 'Validate the stored referral', { lambdaFunction: functions['validate-referral'] }),
    check: step(scope, 'Check the referral against the rules', {
      lambdaFunction: functions['check-referral'],
      retries: [SCAN_PENDING],
    }),
    decide: Choice.jsonata(scope, 'Decide what happens next'),
  };
}

/** What staff or the referrer answer, and what happens when they do not. */
export function waiting(scope: Construct, functions: WorkflowFunctions) {
  const lambdaFunction = functions['open-task'];
  return {
    triage: wait(scope, 'Wait for the triage team', 'TRIAGE', { lambdaFunction }),
    duplicate: wait(scope, 'Wait for a person to look at a possible duplicate', 'DUPLICATE', { lambdaFunction }),
    suspicious: wait(scope, 'Wait for a person to say whether it is a referral', 'SUSPICIOUS', { lambdaFunction }),
    referrer: wait(scope, 'Wait for the referrer to answer', 'REFERRER', { lambdaFunction }),
    remind: step(scope, 'Remind people who are waited for', { lambdaFunction: functions['remind-people'] }),
  };
}

/** How a road ends. */
export function ending(scope: Construct, functions: WorkflowFunctions) {
  return {
    list: step(scope, 'Put the child on the list', { lambdaFunction: functions['list-child'] }),
    tell: step(scope, 'Tell everyone', { lambdaFunction: functions['tell-people'] }),
    done: Succeed.jsonata(scope, 'Nothing is left to do'),
    park: step(scope, 'Park the case for an operator', {
      lambdaFunction: functions['park-case'],
      payload: { error: `{% $exists($states.input.error) ? $states.input.error : '${DEFINITION_TOO_OLD}' %}` },
    }),
    lost: Fail.jsonata(scope, 'The case could not even be parked', {
      error: 'CaseNotParked',
      cause:
        'The step that parks a case failed itself. The sweeper parks the case once it is overdue; see the runbook.',
    }),
  };
}
