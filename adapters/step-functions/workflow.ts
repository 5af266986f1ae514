import {
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { Workflow } from '#domain/ports/services.ts';
import { ask } from '../aws/ask.ts';
import { limits } from '../aws/limits.ts';

const closed = { TaskTimedOut: 'CLOSED', TaskDoesNotExist: 'CLOSED', InvalidToken: 'CLOSED' } as const;

export function createWorkflow(settings: { stateMachineArn: string; client?: SFNClient }): Workflow {
  const { stateMachineArn, client = new SFNClient(limits(3)) } = settings;
  const executions = stateMachineArn.replace(':stateMachine:', ':execution:');
  return {
    start: async (name, referralId) => {
      const request = new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify({ referralId }) });
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
    state: async (name) => {
      const request = new DescribeExecutionCommand({ executionArn: `${executions}:${name}` });
      const none = { ExecutionDoesNotExist: undefined };
      const found = await ask('Step Functions', () => client.send(request), none);
      if (!found) return 'UNKNOWN';
      return found.status === 'RUNNING' ? 'RUNNING' : 'ENDED';
    },
  };
}
