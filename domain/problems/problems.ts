import type * as z from 'zod';
import { readPath } from '../values/read-path.ts';
import { UNPRINTABLE } from '../values/unprintable.ts';
import { type FieldWords, fieldWords } from './field-words.ts';

/** One thing that the sender can correct: a code for machines, where it is, and a sentence that says what to do. */
export interface Problem {
  code: string;
  path: string;
  message: string;
}

/**
 * Every issue of a schema as a problem to act on, worded by the schema's own title and description. Values are never
 * repeated. Give the schema for its words and the input to tell missing from wrong.
 */
export function problemsOf(error: z.ZodError, about: { schema?: z.ZodType; input?: unknown } = {}): Problem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField([...issue.path, key]));
    const words = fieldWords(about.schema, issue.path);
    const code =
      isMissing(issue, about.input) || (isEmpty(issue) && !words.isOptional) ? 'FIELD_MISSING' : 'FIELD_INVALID';
    const message =
      code === 'FIELD_MISSING' ? `${words.title} is missing. Add it. ${words.hint}` : whatIsWrong(issue, words);
    return [{ code, path: pathText(issue.path), message: message.trim() }];
  });
}

type Issue = z.core.$ZodIssue;

/** A path as people and machines write it: `child.nhsNumber`, `assessments[0].area`. */
export function pathText(path: readonly PropertyKey[]): string {
  const steps = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key).slice(0, 80)}`));
  return steps.join('').replace(/^\./, '');
}

function unknownField(path: readonly PropertyKey[]): Problem {
  const name = JSON.stringify(String(path.at(-1)).slice(0, 80));
  const message = `There is no field called ${name} here. Check its spelling, or leave it out.`;
  return { code: 'FIELD_UNKNOWN', path: pathText(path), message };
}

function isMissing(issue: Issue, input: unknown): boolean {
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_value') return false;
  return input === undefined
    ? issue.message.endsWith('received undefined')
    : readPath(input, ...issue.path) === undefined;
}

const isEmpty = (issue: Issue) => issue.code === 'too_small' && issue.origin !== 'number' && issue.minimum === 1;

const kinds: Record<string, string> = {
  string: 'text in quotation marks',
  boolean: 'true or false, without quotation marks',
  number: 'a number, without quotation marks',
  int: 'a whole number',
  array: 'a list',
  object: 'a group of fields',
};

function whatIsWrong(issue: Issue, { title, hint }: FieldWords): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${title} must be ${kinds[issue.expected] ?? 'something else'}. ${issue.expected === 'boolean' ? '' : hint}`;
    case 'invalid_value':
      return `${title} must be one of: ${issue.values.map(String).join(', ')}.`;
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `${title} must be ${issue.maximum} or less. Correct it.`
        : `${title} is too long. Shorten it to ${issue.maximum} ${issue.origin === 'array' ? 'entries' : 'characters'}.`;
    case 'too_small':
      return isEmpty(issue)
        ? `${title} is empty. Fill it in, or leave it out.`
        : `${title} must be ${issue.minimum} or more. Correct it.`;
    case 'not_multiple_of':
      return `${title} must be in steps of ${issue.divisor}. Round it.`;
    case 'custom':
      return issue.message === UNPRINTABLE
        ? `${title} holds a character that cannot be shown. Type it again.`
        : `${title}: ${issue.message}`;
    default:
      return `${title} is not in a form that we can read. ${hint}`;
  }
}
