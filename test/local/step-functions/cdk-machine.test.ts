import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { secondOpinion } from '#local/step-functions/load/validator.ts';
import { arnOf, setting } from './setting.ts';

/** Check -> Choice -> wait for people, as the referral machine is built, synthesised by CDK itself. */
function synthesise(): string {
  const stack = new Stack(new App({ context: { 'aws:cdk:bundling-stacks': [] } }), 'Sample');
  const lambdaFunction = new lambda.Function(stack, 'Check', {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => 1;'),
  });
  const check = tasks.LambdaInvoke.jsonata(stack, 'Check the referral', {
    lambdaFunction,
    retryOnServiceExceptions: false,
    payload: sfn.TaskInput.fromObject({ referralId: '{% $states.input.referralId %}' }),
    outputs: { code: '{% $states.result.Payload.code %}', referralId: '{% $states.input.referralId %}' },
    assign: { waitSeconds: '{% $states.result.Payload.waitSeconds %}' },
  });
  check.addRetry({
    errors: ['Lambda.TooManyRequestsException'],
    maxAttempts: 2,
    interval: Duration.seconds(2),
    maxDelay: Duration.seconds(30),
    jitterStrategy: sfn.JitterType.FULL,
  });
  const wait = tasks.LambdaInvoke.jsonata(stack, 'Wait for the triage team', {
    lambdaFunction,
    retryOnServiceExceptions: false,
    integrationPattern: sfn.IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: sfn.TaskInput.fromObject({ token: '{% $states.context.Task.Token %}' }),
    taskTimeout: sfn.Timeout.jsonata('{% $waitSeconds %}'),
  });
  const reminded = sfn.Pass.jsonata(stack, 'Remind', { outputs: { reminded: true } });
  wait.addCatch(reminded, { errors: ['States.Timeout'], outputs: '{% $states.errorOutput.Error %}' });
  const decide = sfn.Choice.jsonata(stack, 'Decide what happens next')
    .when(sfn.Condition.jsonata("{% $states.input.code = 'TRIAGE' %}"), wait)
    .otherwise(sfn.Fail.jsonata(stack, 'Parked', { error: 'Parked' }));
  new sfn.StateMachine(stack, 'Machine', {
    queryLanguage: sfn.QueryLanguage.JSONATA,
    definitionBody: sfn.DefinitionBody.fromChainable(check.next(decide)),
  });
  return resolved(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'));
}

const joined = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });
const resource = z.object({ Properties: z.object({ DefinitionString: joined }) });

function resolved(machines: Record<string, unknown>): string {
  const [found] = Object.values(machines);
  const [separator, parts] = resource.parse(found).Properties.DefinitionString['Fn::Join'];
  return parts.map((part) => (typeof part === 'string' ? part : substitute(part))).join(separator);
}

function substitute(part: unknown): string {
  return JSON.stringify(part).includes('AWS::Partition') ? 'aws' : arnOf('check');
}

let definition = '';
beforeAll(() => {
  definition = synthesise();
}, 120_000);

const token = z.object({ token: z.string() });

test('a machine synthesised by CDK runs to a token and ends with its answer', async () => {
  const lambdas = { check: () => ({ code: 'TRIAGE', waitSeconds: 60 }) };
  const world = setting({ definition, lambdas, secondOpinion });

  await world.start('one', { referralId: 'R1' });
  const { token: taskToken } = token.parse(world.invoked[1]?.payload);
  await world.call('SendTaskSuccess', { taskToken, output: '{"decided":true}' });
  await world.engine.settled();

  expect(await world.describe('one')).toMatchObject({ status: 'SUCCEEDED', output: '{"decided":true}' });
});

test('a machine synthesised by CDK catches the timeout that an expression set', async () => {
  const lambdas = { check: () => ({ code: 'TRIAGE', waitSeconds: 60 }) };
  const world = setting({ definition, lambdas, secondOpinion });

  await world.start('one', { referralId: 'R1' });
  await world.advance(61);

  expect(await world.describe('one')).toMatchObject({ status: 'SUCCEEDED', output: '{"reminded":true}' });
});
