import { Fault } from '../errors.ts';
import type { Execution } from '../execution.ts';
import type { Service } from './service.ts';

export function executionOf({ store }: Service, arn: string): Execution {
  if (!/^arn:[^:]+:states:[^:]*:[^:]*:execution:/.test(arn))
    throw new Fault('InvalidArn', `Invalid Arn: '${arn}' is not the ARN of an execution.`);
  const execution = store.read(arn);
  if (!execution) throw new Fault('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  return execution;
}

/** A page of a list, with a token for the next one that is simply where it begins. */
export function pageOf<T>(items: T[], nextToken: string | undefined, maxResults: number | undefined) {
  const from = nextToken === undefined ? 0 : Number(nextToken);
  if (!Number.isInteger(from) || from < 0) throw new Fault('InvalidToken', `Invalid Token: '${nextToken}'`);
  const to = from + (maxResults || 100);
  return { page: items.slice(from, to), nextToken: to < items.length ? String(to) : undefined };
}
