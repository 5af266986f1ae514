import { IamError } from './iam-error.ts';
import { pattern } from './pattern.ts';

// Every key that the stack's policies use. A call carries the condition keys that AWS would give it. Only the scanner's
// role asks for `events:ManagedBy`, and nothing here plays that role.
const KEYS = [
  'aws:SecureTransport',
  'aws:SourceAccount',
  'events:ManagedBy',
  'kms:ViaService',
  's3:prefix',
  'ses:FromAddress',
] as const;

export type ConditionKey = (typeof KEYS)[number];
export type Context = Readonly<Partial<Record<ConditionKey, string>>>;

/** One operator on one key: holds if the call carries the key with one of these values. */
export type Condition = { key: ConditionKey; text: string; holds(context: Context): boolean };

type Comparison = (wanted: string) => (actual: string) => boolean;

const OPERATORS: Record<string, Comparison> = {
  Bool: (wanted) => (actual) => actual.toLowerCase() === wanted.toLowerCase(),
  StringEquals: (wanted) => (actual) => actual === wanted,
  StringLike: (wanted) => pattern(wanted),
};

/** Compiles one operator and key. Throws IamError naming either, if this run does not know what AWS makes of it. */
export function condition(place: string, operator: string, name: string, values: string[]): Condition {
  const comparison = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (comparison === undefined) throw new IamError(`${place}: it uses the condition operator ${operator}`);
  const key = KEYS.find((known) => known === name);
  if (key === undefined) throw new IamError(`${place}: it uses the condition key ${name}`);
  const comparisons = values.map(comparison);
  return {
    key,
    text: `${operator} ${name} ${values.join(' or ')}`,
    holds: (context) => {
      const actual = context[key];
      return actual !== undefined && comparisons.some((matches) => matches(actual));
    },
  };
}
