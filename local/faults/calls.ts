import { operationNames as dynamodb } from '../dynamodb/operations.ts';
import { operationNames as s3 } from '../s3/operation-name.ts';
import { operationNames as states } from '../step-functions/protocol.ts';

/** What can be told to fail, by the short name of each service in its requests. */
export const OPERATIONS = {
  dynamodb,
  s3,
  states,
  ses: ['SendEmail'],
  secretsmanager: ['GetSecretValue'],
  kms: ['GenerateMac', 'VerifyMac'],
  lambda: ['Invoke'],
} as const satisfies Record<string, readonly string[]>;

export type ServiceName = keyof typeof OPERATIONS;

/** One call to an embedded service. `function`: the function that calls or, of Lambda, the one that is called. */
export type Call = { service: ServiceName; operation: string; function: string | undefined };
