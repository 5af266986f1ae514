import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { Rule } from 'aws-cdk-lib/aws-events';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';

/** What the alarms look at. */
export interface Watched {
  readonly stackName: string;
  readonly stateMachine: StateMachine;
  readonly restApi: RestApi;
  readonly deadLetters: Queue;
  readonly rules: readonly Rule[];
  readonly steps: readonly Lambda[];
  readonly doors: readonly Lambda[];
}
