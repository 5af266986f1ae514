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

/** Followed by the name of a tag that the object carries. A call that reads an object carries one for each of its tags. */
export const EXISTING_TAG = 's3:ExistingObjectTag/';

export type ConditionKey = (typeof KEYS)[number] | `${typeof EXISTING_TAG}${string}`;
export type Context = Readonly<Partial<Record<ConditionKey, string>>>;

/** One operator on one key: holds if the call carries the key with one of these values. */
export type Condition = { key: ConditionKey; text: string; holds(context: Context): boolean };

type Operator = (wanted: string[]) => (actual: string | undefined) => boolean;

const any =
  (comparison: (wanted: string) => (actual: string) => boolean): Operator =>
  (wanted) => {
    const comparisons = wanted.map((one) => comparison(one));
    return (actual) => actual !== undefined && comparisons.some((matches) => matches(actual));
  };

const equals = any((wanted) => (actual) => actual === wanted);

const OPERATORS: Record<string, Operator> = {
  Bool: any((wanted) => (actual) => actual.toLowerCase() === wanted.toLowerCase()),
  StringEquals: equals,
  // Holds, too, for a call without the key.
  StringNotEquals: (wanted) => {
    const isOne = equals(wanted);
    return (actual) => !isOne(actual);
  },
  StringLike: any((wanted) => pattern(wanted)),
};

/** Compiles one operator and key. Throws IamError naming either, if this run does not know what AWS makes of it. */
export function condition(place: string, operator: string, name: string, values: string[]): Condition {
  const compile = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (compile === undefined) throw new IamError(`${place}: it uses the condition operator ${operator}`);
  if (!isKey(name)) throw new IamError(`${place}: it uses the condition key ${name}`);
  const matches = compile(values);
  return {
    key: name,
    text: `${operator} ${name} ${values.join(' or ')}`,
    holds: (context) => matches(context[name]),
  };
}

function isKey(name: string): name is ConditionKey {
  return name.startsWith(EXISTING_TAG) || KEYS.some((known) => known === name);
}
