import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { ACCOUNT, REGION } from '../assembly/identities.ts';
import type { Access, Asked } from '../iam/access.ts';
import { signingKey } from '../iam/access-key.ts';
import { type Answer, failure } from './operations.ts';

const input = z.object({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  RequestItems: z.record(z.string(), z.unknown()).default({}),
});

/** These look at tables and not at what is in them, so they need no key. */
const WITHOUT_KEY = ['CreateTable', 'DescribeTable', 'ListTables'];

/** DynamoDB's answer to a caller that is unknown or may not do this. Undefined where the call is allowed. */
export function refused(
  access: Access | undefined,
  request: IncomingMessage,
  operation: string,
  body: object,
): Answer | undefined {
  if (access === undefined) return undefined;
  const key = signingKey(request);
  if (key === undefined)
    return failure(400, 'MissingAuthenticationTokenException', 'Request is missing Authentication Token');
  const caller = access.caller(key);
  const unknown = 'The security token included in the request is invalid.';
  if (caller === undefined) return failure(400, 'UnrecognizedClientException', unknown);
  const sentence = askedOf(operation, body).reduce<string | undefined>(
    (found, asked) => found ?? caller.refusal(asked),
    undefined,
  );
  return sentence === undefined ? undefined : failure(400, 'AccessDeniedException', wordedByTable(sentence));
}

/** DynamoDB passes on what the key management service refused, and says so. */
function wordedByTable(sentence: string): string {
  if (!sentence.includes(' is not authorized to perform: kms:')) return sentence;
  const from = '(Service: AWSKMS; Status Code: 400; Error Code: AccessDeniedException; Proxy: null)';
  return `KMS key access denied error: com.amazonaws.services.kms.model.AWSKMSException: ${sentence} ${from}`;
}

/** An index is asked for by its own name, a batch for each of its tables. */
function askedOf(operation: string, body: object): Asked[] {
  const { TableName, IndexName, RequestItems } = input.catch({ RequestItems: {} }).parse(body);
  const action = `dynamodb:${operation}`;
  const tables = TableName === undefined ? Object.keys(RequestItems) : [TableName];
  if (tables.length === 0) return [{ action, resource: '*' }];
  const suffix = IndexName === undefined ? '' : `/index/${IndexName}`;
  return tables.map((table) => ({
    action,
    resource: `${table.startsWith('arn:') ? table : `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${table}`}${suffix}`,
    ...(WITHOUT_KEY.includes(operation) ? {} : { key: 'kms:Decrypt' }),
  }));
}
