import * as z from 'zod';
import type { Json } from '../json.ts';
import type { Summary } from '../store-row.ts';
import { executionOf } from './lookup.ts';
import type { Operation } from './service.ts';

const request = z.object({ executionArn: z.string() });

export const describeExecution: Operation = (service, body) => {
  const execution = executionOf(service, request.parse(body).executionArn);
  const output = execution.output === null ? {} : { output: execution.output, outputDetails: { included: true } };
  const answer = {
    ...summaryOf(execution),
    input: execution.input,
    inputDetails: { included: true },
    ...output,
    ...execution.failure,
    redriveCount: 0,
    redriveStatus: 'NOT_REDRIVABLE',
  };
  return { answer };
};

export function summaryOf(execution: Summary): { [name: string]: Json } {
  const { arn, machineArn, name, status, startedAt, stoppedAt } = execution;
  const stop = stoppedAt === null ? {} : { stopDate: stoppedAt / 1000 };
  return { executionArn: arn, stateMachineArn: machineArn, name, status, startDate: startedAt / 1000, ...stop };
}
