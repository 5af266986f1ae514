import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { IntegrationPattern, type RetryProps, TaskInput, Timeout } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { WaitKind } from '#domain/process/run.ts';
import { SERVICE_TROUBLE, STEP_TROUBLE, UNKNOWN_TROUBLE } from './retries.ts';

/** What every step is told: whose turn it is and in which execution, never more. */
const WHO = {
  referralId: '{% $states.context.Execution.Input.referralId %}',
  executionName: '{% $states.context.Execution.Name %}',
};

/** Step Functions refuses a timeout that is no integer; below a minute the sweeper could not be told from a late person. */
const retries = (answer: string) => `{% $max([60, $floor(${answer}.waitSeconds)]) %}`;

export interface StepProps {
  readonly lambdaFunction: IFunction;
  /** Retriers that come before the three that every task has. */
  readonly retries?: readonly RetryProps[];
  readonly payload?: Record<string, unknown>;
}

function withRetries(task: LambdaInvoke, first: readonly RetryProps[] = []): LambdaInvoke {
  for (const retry of [...first, SERVICE_TROUBLE, STEP_TROUBLE, UNKNOWN_TROUBLE]) task.addRetry(retry);
  return task;
}

/** A step that the machine does: its answer's code becomes the output, how long the next wait may last a variable. */
export function step(scope: Construct, name: string, props: StepProps): LambdaInvoke {
  const task = LambdaInvoke.jsonata(scope, name, {
    lambdaFunction: props.lambdaFunction,
    payload: TaskInput.fromObject({ ...WHO, ...props.payload }),
    outputs: { code: '{% $states.result.Payload.code %}' },
    assign: { waitSeconds: retries('$states.result.Payload') },
    retryOnServiceExceptions: false,
  });
  return withRetries(task, props.retries);
}

/**
 * A step that people do. The function opens the task, and the workflow sleeps until the token wakes it or the time that
 * the step before allowed is over.
 */
export function wait(scope: Construct, name: string, kind: WaitKind, props: StepProps): LambdaInvoke {
  const task = LambdaInvoke.jsonata(scope, name, {
    lambdaFunction: props.lambdaFunction,
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: TaskInput.fromObject({ ...WHO, kind, token: '{% $states.context.Task.Token %}' }),
    taskTimeout: Timeout.jsonata('{% $waitSeconds %}'),
    outputs: { code: '{% $states.result.code %}' },
    assign: { waitSeconds: retries('$states.result') },
    retryOnServiceExceptions: false,
  });
  return withRetries(task);
}
