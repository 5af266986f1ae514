import * as z from 'zod';
import { Fault } from '../errors.ts';
import { summaryOf } from './describe.ts';
import { pageOf } from './lookup.ts';
import type { Operation } from './service.ts';

const request = z.object({
  stateMachineArn: z.string(),
  statusFilter: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE']).optional(),
  maxResults: z.int().min(0).max(1000).optional(),
  nextToken: z.string().optional(),
});

export const listExecutions: Operation = ({ store, machines }, body) => {
  const { stateMachineArn, statusFilter, maxResults, nextToken } = request.parse(body);
  if (!machines.current(stateMachineArn))
    throw new Fault('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
  const wanted = store
    .list()
    .filter((one) => one.machineArn === stateMachineArn && (!statusFilter || one.status === statusFilter));
  const { page, nextToken: next } = pageOf(wanted, nextToken, maxResults);
  return { answer: { executions: page.map(summaryOf), nextToken: next } };
};
