import {
  DescribeExecutionCommand,
  SendTaskHeartbeatCommand,
  SFNClient,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { ExecutionControl } from '#domain/ports/executions.ts';
import { ask } from '../aws/ask.ts';
import { limits } from '../aws/limits.ts';
import { executionArn } from './arn.ts';

/** How Step Functions says that no execution waits under a token: it was used, timed out, or never was. */
const closed = { TaskTimedOut: false, TaskDoesNotExist: false, InvalidToken: false };
const gone = { ExecutionDoesNotExist: undefined };

/** Says how executions stand and what they wait under, and stops one. */
export function createExecutionControl(settings: {
  stateMachineArns: Readonly<Record<string, string>>;
  client?: SFNClient;
}): ExecutionControl {
  const { client = new SFNClient(limits(3)), stateMachineArns } = settings;
  return {
    standing: async (execution) => {
      const request = new DescribeExecutionCommand({ executionArn: executionArn(stateMachineArns, execution) });
      const found = await ask('Step Functions', () => client.send(request), gone);
      if (!found) return 'UNKNOWN';
      if (found.status === 'RUNNING') return 'RUNNING';
      return found.status === 'ABORTED' ? 'STOPPED' : 'ENDED';
    },
    isAwaited: async (taskToken) => {
      const request = new SendTaskHeartbeatCommand({ taskToken });
      return ask('Step Functions', () => client.send(request).then(() => true), closed);
    },
    stop: async (execution) => {
      const request = new StopExecutionCommand({ executionArn: executionArn(stateMachineArns, execution) });
      await ask('Step Functions', () => client.send(request), gone);
    },
  };
}
