import * as z from 'zod';
import { peek } from './peek.ts';

/** One thing that the sender can mend: a code for machines, where it is, and a sentence that says what to do. */
export interface Problem {
  code: string;
  path: string;
  message: string;
}

type Path = readonly PropertyKey[];

/** The path as people and machines write it: `child.nhsNumber`, `assessments[0].area`. */
export function pathText(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key).slice(0, 80)}`))
    .join('')
    .replace(/^\./, '');
}

/**
 * Every issue of a schema as a problem that can be acted on, in the words (title, description) that the schema itself
 * carries; values are never repeated. Give the schema for its words and the input to tell missing from wrong.
 */
export function problemsOf(error: z.ZodError, about: { schema?: z.ZodType; input?: unknown } = {}): Problem[] {
  return error.issues.flatMap((issue) => {
    const { title, hint } = wordsFor(about.schema, issue.path);
    const path = pathText(issue.path);
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField([...issue.path, key]));
    if (isMissing(issue, about.input))
      return [{ code: 'FIELD_MISSING', path, message: sentence(`${title} is missing.`, hint) }];
    return [{ code: 'FIELD_INVALID', path, message: sentence(whatIsWrong(issue, title), hint) }];
  });
}

const sentence = (said: string, hint: string) => `${said} ${hint}`.trim();

function unknownField(path: Path): Problem {
  const name = JSON.stringify(String(path.at(-1)).slice(0, 80));
  return {
    code: 'FIELD_UNKNOWN',
    path: pathText(path),
    message: `There is no field called ${name} here. Check its spelling, or leave it out.`,
  };
}

function isMissing(issue: z.core.$ZodIssue, input: unknown): boolean {
  if (issue.code === 'too_small' && issue.origin !== 'number') return issue.minimum === 1;
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_value') return false;
  if (input === undefined) return issue.message.endsWith('received undefined');
  return peek(input, ...issue.path) === undefined;
}

const kinds: Record<string, string> = {
  string: 'text in quotation marks',
  boolean: 'true or false, without quotation marks',
  number: 'a number, without quotation marks',
  int: 'a whole number',
  array: 'a list',
  object: 'a group of fields',
};

function whatIsWrong(issue: z.core.$ZodIssue, title: string): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${title} must be ${kinds[issue.expected] ?? 'something else'}.`;
    case 'invalid_value':
      return `${title} must be one of: ${issue.values.map(String).join(', ')}.`;
    case 'too_big':
      return `${title} ${issue.origin === 'number' ? `must be ${issue.maximum} or less` : `is too long: at most ${issue.maximum} ${unit(issue.origin)}`}.`;
    case 'too_small':
      return `${title} must be ${issue.minimum} or more.`;
    case 'not_multiple_of':
      return `${title} must be in steps of ${issue.divisor}.`;
    case 'custom':
      return `${title} holds a character that cannot be shown (not a tab or a new line). Type it again.`;
    default:
      return `${title} is not in a form that we can read.`;
  }
}

const unit = (origin: string) => (origin === 'array' ? 'entries' : 'characters');

/** The words of the field at a path, from the schema's own title and description; else from its name. */
function wordsFor(schema: z.ZodType | undefined, path: Path): { title: string; hint: string } {
  let node: unknown = schema;
  let [title, hint, place] = ['', '', ''];
  for (const key of path) {
    node = inside(node, key);
    const meta = metaOf(node);
    title = meta?.title ?? (typeof key === 'number' ? title : inWords(String(key)));
    hint = meta?.description ?? '';
    if (typeof key === 'number') place = `${title} ${key + 1}`;
  }
  if (path.length === 0)
    return { title: 'What was sent', hint: 'Send one JSON object with the fields of the documentation.' };
  return { title: place === '' || typeof path.at(-1) === 'number' ? place || title : `${place}, ${title}`, hint };
}

/** The words of a field: its title and how to fill it in. */
function metaOf(node: unknown): { title?: string | undefined; description?: string | undefined } | undefined {
  if (!(node instanceof z.ZodType)) return undefined;
  return node.meta() ?? metaOf(unwrapped(node));
}

function unwrapped(node: unknown): unknown {
  const wraps = node instanceof z.ZodOptional || node instanceof z.ZodNullable || node instanceof z.ZodDefault;
  return wraps ? node.unwrap() : undefined;
}

function inside(node: unknown, key: PropertyKey): unknown {
  if (node instanceof z.ZodArray) return node.element;
  if (node instanceof z.ZodObject) return Object.hasOwn(node.shape, key) ? Reflect.get(node.shape, key) : undefined;
  const inner = unwrapped(node);
  return inner === undefined ? undefined : inside(inner, key);
}

function inWords(key: string): string {
  const words = key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
