import type * as z from 'zod';
import { pathText } from '../values/path-text.ts';
import { readPath } from '../values/read-path.ts';
import { isOptionalAt } from './field-words.ts';
import type { Broken, Kind, Problem } from './rules.ts';

/**
 * Every issue of a schema as a problem, in order. Values are never repeated. Give the schema to tell blank from missing,
 * and the input to tell missing from wrong.
 */
export function problemsOf(error: z.ZodError, about: { schema: z.ZodType; input: unknown }): Problem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField([...issue.path, key]));
    const broken = isMissing(issue, about) ? ({ rule: 'missing', params: {} } as const) : brokenBy(issue);
    const code = broken.rule === 'missing' ? 'FIELD_MISSING' : 'FIELD_INVALID';
    return [{ code, path: pathText(issue.path), ...broken }];
  });
}

type Issue = z.core.$ZodIssue;

function unknownField(path: readonly PropertyKey[]): Problem {
  const name = String(path.at(-1)).slice(0, 80);
  return { code: 'FIELD_UNKNOWN', path: pathText(path), rule: 'unknown-field', params: { name } };
}

function isMissing(issue: Issue, { schema, input }: { schema: z.ZodType; input: unknown }): boolean {
  if (isEmpty(issue)) return !isOptionalAt(schema, issue.path);
  const isOfKind = issue.code === 'invalid_type' || issue.code === 'invalid_value';
  return isOfKind && readPath(input, ...issue.path) === undefined;
}

const isNumber = ({ origin }: { origin: string }) => origin === 'number' || origin === 'int';
const isEmpty = (issue: Issue) => issue.code === 'too_small' && !isNumber(issue) && issue.minimum === 1;

const kinds: Readonly<Record<string, Kind>> = {
  string: 'text',
  boolean: 'true-or-false',
  number: 'number',
  int: 'whole-number',
  array: 'list',
  object: 'group',
};

/** Checks that a schema names by the message of their issue, because zod has no name for them. */
const named = ['unprintable', 'not-an-email'] as const;

function brokenBy(issue: Issue): Broken {
  switch (issue.code) {
    case 'invalid_type':
      return { rule: 'wrong-kind', params: { kind: kinds[issue.expected] ?? 'something-else' } };
    case 'invalid_value':
      return { rule: 'not-a-choice', params: { allowed: issue.values.map(String) } };
    case 'too_big': {
      const params = { limit: Number(issue.maximum) };
      if (isNumber(issue)) return { rule: 'too-high', params };
      return { rule: issue.origin === 'array' ? 'too-many' : 'too-long', params };
    }
    case 'too_small':
      if (isEmpty(issue)) return { rule: 'empty', params: {} };
      return { rule: 'too-low', params: { limit: Number(issue.minimum) } };
    case 'not_multiple_of':
      return { rule: 'not-a-step', params: { step: issue.divisor } };
    default:
      return { rule: byName(issue), params: {} };
  }
}

function byName(issue: Issue) {
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'not-a-date';
  if (issue.code === 'invalid_format' && issue.format === 'datetime') return 'not-a-moment';
  return named.find((rule) => rule === issue.message) ?? 'bad-format';
}
