import * as z from 'zod';
import type { Asked } from '../iam/access.ts';

const named = z.object({
  stateMachineArn: z.string().optional(),
  executionArn: z.string().optional(),
  taskToken: z.string().optional(),
});

/**
 * What a request to Step Functions asks for. The machine that gave out a token. Undefined for a token that no machine
 * gave out, which the engine refuses itself.
 */
export function askedOfStates(
  operation: string,
  body: unknown,
  machineOfToken: (token: string) => string | undefined,
): Asked | undefined {
  const { stateMachineArn, executionArn, taskToken } = named.catch({}).parse(body);
  const action = `states:${operation}`;
  if (taskToken === undefined) return { action, resource: stateMachineArn ?? executionArn ?? '*' };
  const resource = machineOfToken(taskToken);
  return resource === undefined ? undefined : { action, resource };
}
