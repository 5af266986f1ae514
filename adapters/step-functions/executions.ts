import { GetExecutionHistoryCommand, type HistoryEvent, SFNClient } from '@aws-sdk/client-sfn';
import type { ExecutionStep, Executions } from '#domain/ports/executions.ts';
import { ask } from '../aws/ask.ts';
import { limits } from '../aws/limits.ts';
import { executionArn } from './arn.ts';

/** As many events as one answer holds: a long wait adds few. */
const MOST = 1_000;

/** Reads what executions did, without what went in or out. */
export function createExecutions(settings: {
  stateMachineArns: Readonly<Record<string, string>>;
  client?: SFNClient;
}): Executions {
  const { client = new SFNClient(limits(3)), stateMachineArns } = settings;
  return {
    stepsOf: async (execution) => {
      const request = new GetExecutionHistoryCommand({
        executionArn: executionArn(stateMachineArns, execution),
        includeExecutionData: false,
        maxResults: MOST,
      });
      const none = { ExecutionDoesNotExist: undefined };
      const found = await ask('Step Functions', () => client.send(request), none);
      return found?.events?.flatMap((event) => stepOf(event) ?? []);
    },
  };
}

/** What an event says to people; undefined for one that only the machine needs. */
function stepOf({ timestamp, type, ...event }: HistoryEvent): ExecutionStep | undefined {
  const at = timestamp?.toISOString();
  if (at === undefined || type === undefined) return undefined;
  if (type === 'ExecutionStarted') return { at, what: 'STARTED' };
  if (type.endsWith('StateEntered')) return { at, what: 'ENTERED', state: event.stateEnteredEventDetails?.name };
  if (type.startsWith('Execution')) return { at, what: 'ENDED', code: type.slice('Execution'.length) };
  const failed =
    event.taskFailedEventDetails ?? event.taskTimedOutEventDetails ?? event.lambdaFunctionFailedEventDetails;
  return failed ? { at, what: 'FAILED', code: failed.error } : undefined;
}
