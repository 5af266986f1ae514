import type { Context } from 'aws-lambda';

export const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'serve',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:eu-west-2:000000000000:function:serve',
  memoryLimitInMB: '512',
  awsRequestId: 'aws-request-0001',
  logGroupName: 'log',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => 20_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};
