import {
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { Workflow } from '#domain/ports/services.ts';
import { ask } from '../aws/ask.ts';
import { limits } from '../aws/limits.ts';
import { executionArn, machineArn } from './arn.ts';

const closed = { TaskTimedOut: 'CLOSED', TaskDoesNotExist: 'CLOSED', InvalidToken: 'CLOSED' } as const;

/** The state machines by name, each behind its ARN; asking for one that is not among them is an error. */
export function createWorkflow(settings: {
  stateMachineArns: Readonly<Record<string, string>>;
  client?: SFNClient;
}): Workflow {
  const { client = new SFNClient(limits(3)), stateMachineArns } = settings;
  return {
    start: async ({ machine, name, reference }) => {
      const stateMachineArn = machineArn(stateMachineArns, machine);
      const input = JSON.stringify({ referralId: reference });
      const request = new StartExecutionCommand({ stateMachineArn, name, input });
      const found = await ask('Step Functions', () => client.send(request), {
        ExecutionAlreadyExists: 'EXISTS' as const,
      });
      return found === 'EXISTS' ? found : 'STARTED';
    },
    wake: async (token, output) => {
      const request = new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) });
      const found = await ask('Step Functions', () => client.send(request), closed);
      return found === 'CLOSED' ? found : 'WOKEN';
    },
    state: async ({ machine, name }) => {
      const arn = executionArn(stateMachineArns, { machine, name });
      const request = new DescribeExecutionCommand({ executionArn: arn });
      const none = { ExecutionDoesNotExist: undefined };
      const found = await ask('Step Functions', () => client.send(request), none);
      if (!found) return 'UNKNOWN';
      return found.status === 'RUNNING' ? 'RUNNING' : 'ENDED';
    },
  };
}
