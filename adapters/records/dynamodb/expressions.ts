import type { Condition } from '../table.ts';

interface Expression {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, string | number>;
}

/** A condition in the words of DynamoDB; every name is passed apart, because many (`status`, `list`) are reserved. */
export function conditionExpression({ absent = [], equals = {} }: Condition): Expression {
  const wanted = Object.entries(equals);
  const values = wanted.map(([, value], i): [string, string | number] => [`:v${i}`, value]);
  return {
    ConditionExpression: [
      ...absent.map((path) => `attribute_not_exists(${placeholders(path)})`),
      ...wanted.map(([path], i) => `${placeholders(path)} = :v${i}`),
    ].join(' AND '),
    ExpressionAttributeNames: namesIn([...absent, ...Object.keys(equals)]),
    ...(values.length > 0 && { ExpressionAttributeValues: Object.fromEntries(values) }),
  };
}

function placeholders(path: string): string {
  return path
    .split('.')
    .map((name) => `#${name}`)
    .join('.');
}

function namesIn(paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.flatMap((path) => path.split('.')).map((name) => [`#${name}`, name]));
}
