import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  GetExecutionHistoryCommand,
  InvalidToken,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { afterEach, expect, test } from 'vitest';
import * as z from 'zod';
import { MACHINE_ARN, NOON, type Setting, setting, tokenTask } from './setting.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function clientFor(world: Setting): Promise<SFNClient> {
  const server = createServer(async (request, response) => {
    const answer = await world.engine.handle(String(request.headers['x-amz-target']), await text(request));
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SFNClient({ endpoint: `http://127.0.0.1:${port}`, region: 'eu-west-2', credentials });
  open.push(() => {
    client.destroy();
    server.close();
  });
  return client;
}

const parked = () => setting({ states: { Wait: tokenTask('open', { End: true }) }, lambdas: { open: () => null } });
const input = '{"referralId":"R1"}';

test('the unmodified SDK starts, answers, describes, lists and reads the history of an execution', async () => {
  const world = parked();
  const client = await clientFor(world);

  const started = await client.send(new StartExecutionCommand({ stateMachineArn: MACHINE_ARN, name: 'one', input }));
  await world.engine.settled();
  const { token } = z.object({ token: z.string() }).parse(world.invoked[0]?.payload);
  await client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{"code":"LIST"}' }));
  await world.engine.settled();
  const { executionArn } = started;
  const described = await client.send(new DescribeExecutionCommand({ executionArn }));
  const history = await client.send(new GetExecutionHistoryCommand({ executionArn }));
  const listed = await client.send(new ListExecutionsCommand({ stateMachineArn: MACHINE_ARN }));

  expect(started.startDate).toEqual(new Date(NOON));
  expect(described).toMatchObject({ status: 'SUCCEEDED', input, output: '{"code":"LIST"}', stopDate: new Date(NOON) });
  expect(listed.executions).toMatchObject([{ name: 'one', status: 'SUCCEEDED' }]);
  expect(history.events?.map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual([
    [1, 0, 'ExecutionStarted'],
    [2, 0, 'TaskStateEntered'],
    [3, 2, 'TaskScheduled'],
    [4, 3, 'TaskStarted'],
    [5, 4, 'TaskSubmitted'],
    [6, 5, 'TaskSucceeded'],
    [7, 6, 'TaskStateExited'],
    [8, 7, 'ExecutionSucceeded'],
  ]);
});

test('the unmodified SDK turns refusals into the exceptions of AWS', async () => {
  const world = parked();
  const client = await clientFor(world);
  const start = (input: string) =>
    client.send(new StartExecutionCommand({ stateMachineArn: MACHINE_ARN, name: 'one', input }));
  const answer = (taskToken: string) => client.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }));

  const { executionArn } = await start('{}');
  await world.engine.settled();
  const { token } = z.object({ token: z.string() }).parse(world.invoked[0]?.payload);
  await client.send(new StopExecutionCommand({ executionArn, error: 'Parked', cause: 'by hand' }));

  await expect(start('{"other":1}')).rejects.toThrow(ExecutionAlreadyExists);
  await expect(answer('never-issued')).rejects.toThrow(InvalidToken);
  await expect(answer(token)).rejects.toThrow(TaskTimedOut);
});
