import { createRequire } from 'node:module';
import type { Callback, Store } from 'dynalite/db/index.js';
import type { Rules } from 'dynalite/validations/index.js';
import validations from 'dynalite/validations/index.js';
import * as z from 'zod';

type Action = (store: Store, input: object, callback: Callback<object>) => void;

const require = createRequire(import.meta.url);

const OPERATIONS = new Map(
  [
    'BatchGetItem',
    'BatchWriteItem',
    'CreateTable',
    'DeleteItem',
    'DescribeTable',
    'GetItem',
    'ListTables',
    'PutItem',
    'Query',
    'Scan',
    'UpdateItem',
  ].map((name): [string, { act: Action; rules: Rules }] => {
    const file = `${name.charAt(0).toLowerCase()}${name.slice(1)}.js`;
    return [name, { act: require(`dynalite/actions/${file}`), rules: require(`dynalite/validations/${file}`) }];
  }),
);

export const operationNames = [...OPERATIONS.keys()];

export type Answer = { status: number; body: object };

const refusal = z.object({ statusCode: z.number(), body: z.looseObject({}) });

/** Always answers: a refusal of dynalite becomes its status, anything else a 500 that the SDK retries. */
export async function runOperation(store: Store, name: string, input: object): Promise<Answer> {
  const operation = OPERATIONS.get(name);
  if (!operation) return failure(400, 'UnknownOperationException', `The local DynamoDB does not have ${name}`);
  try {
    return { status: 200, body: await attempt(store, operation.act, operation.rules, input) };
  } catch (reason) {
    const refused = refusal.safeParse(reason);
    if (refused.success) return { status: refused.data.statusCode, body: refused.data.body };
    return failure(500, 'InternalServerError', reason instanceof Error ? reason.message : String(reason));
  }
}

export function failure(status: number, code: string, message: string): Answer {
  return { status, body: { __type: `com.amazonaws.dynamodb.v20120810#${code}`, message } };
}

function attempt(store: Store, act: Action, rules: Rules, input: object): Promise<object> {
  return new Promise((resolve, reject) => {
    const checked = validations.checkTypes(input, rules.types);
    validations.checkValidations(checked, rules.types, rules.custom, store);
    act(store, checked, (error, output) => (error ? reject(error) : resolve(output ?? {})));
  });
}
