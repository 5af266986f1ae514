import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { LambdaIntegration, ResponseType, RestApi } from 'aws-cdk-lib/aws-apigateway';
import { AttributeType, CfnTable, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import * as awsLambda from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { DefinitionBody, Pass, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';

export const ECHO = `
export const handler = async (event, context) => ({
  statusCode: 200,
  multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] },
  body: JSON.stringify({ event, env: process.env, name: context.functionName, now: new Date().toISOString() }),
});`;

/** Synthesises a small stack with one of everything that the embedded run reads; gives the folder of its assembly. */
export function tinyAssembly(code: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiny-assembly-'));
  const app = new App({ outdir: join(folder, 'cdk.out'), context: { '@aws-cdk/core:newStyleStackSynthesis': true } });
  const stack = new Stack(app, 'Tiny');
  const table = new Table(stack, 'Records', { partitionKey: { name: 'pk', type: AttributeType.STRING } });
  const [partitionKey, sortKey] = [
    { name: 'dueKey', type: AttributeType.STRING },
    { name: 'dueAt', type: AttributeType.STRING },
  ];
  table.addGlobalSecondaryIndex({ indexName: 'due', partitionKey, sortKey });
  const cfnTable = table.node.defaultChild;
  if (cfnTable instanceof CfnTable) cfnTable.addMetadata('SmallSteps::Due', { index: 'due', keys: ['THING'] });
  const bucket = new Bucket(stack, 'Evidence');
  const secret = new Secret(stack, 'ClaimKey');
  const api = new RestApi(stack, 'Api', {
    binaryMediaTypes: ['multipart/form-data'],
    deployOptions: { stageName: 'live' },
  });

  const lambda = (id: string, environment: Record<string, string> = {}) => {
    const source = join(folder, id);
    mkdirSync(source);
    writeFileSync(join(source, 'index.mjs'), code[id] ?? ECHO);
    const role = new Role(stack, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = new LogGroup(stack, `${id}Log`);
    logGroup.grantWrite(role);
    return new awsLambda.Function(stack, id, {
      role,
      logGroup,
      runtime: awsLambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: awsLambda.Code.fromAsset(source),
      timeout: Duration.seconds(2),
      environment,
    });
  };
  const step = lambda('Step');
  const task = LambdaInvoke.jsonata(stack, 'Do the step', { lambdaFunction: step });
  const machine = new StateMachine(stack, 'Road', {
    definitionBody: DefinitionBody.fromChainable(task.next(Pass.jsonata(stack, 'End of the road'))),
  });
  const serve = lambda('Serve', {
    TABLE: table.tableName,
    BUCKET: bucket.bucketName,
    SECRET: secret.secretArn,
    MACHINE: machine.stateMachineArn,
    BASE_URL: `https://${api.restApiId}.execute-api.${stack.region}.${stack.urlSuffix}/live`,
    TEXT: JSON.stringify({ region: stack.region, account: stack.account }),
  });
  const sweep = lambda('Sweep');
  lambda('NeverCalled');

  const integration = new LambdaIntegration(serve, { allowTestInvoke: false });
  api.root.addMethod('ANY', integration);
  api.root.addProxy({ anyMethod: false }).addMethod('ANY', integration);
  const v1 = api.root.addResource('v1');
  v1.addProxy({ anyMethod: false }).addMethod('ANY', integration, { apiKeyRequired: true });
  v1.addResource('things').addResource('{id}').addMethod('GET', integration, { apiKeyRequired: true });
  api.addApiKey('Key');
  api.addGatewayResponse('TooLarge', {
    type: ResponseType.REQUEST_TOO_LARGE,
    statusCode: '413',
    templates: { 'application/json': '{"problems":["too large"]}' },
    responseHeaders: { 'Cache-Control': "'no-store'" },
  });
  new Rule(stack, 'EveryMinute', {
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [new LambdaFunction(sweep)],
  });
  new Rule(stack, 'Bounces', { eventPattern: { source: ['aws.ses'] }, targets: [new LambdaFunction(sweep)] });
  return app.synth().directory;
}
