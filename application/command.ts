import * as z from 'zod';
import type { Rule } from '#domain/problems/rules.ts';
import { pathText } from '#domain/values/path-text.ts';

/** What can be wrong with a command: rules of a referral too, and rules of its own. */
export type CommandRule =
  | Extract<Rule, 'missing' | 'too-long' | 'too-many' | 'unprintable' | 'not-a-choice'>
  | Extract<Rule, 'not-an-email' | 'not-a-date' | 'in-future' | 'year'>
  | 'says-nothing'
  | 'own-address'
  | 'address-of-a-parent'
  | 'refused-address'
  | 'ends-before-it-starts';

/** One thing in a command that the person who typed it can correct. The page that they typed it on words it by its code. */
export interface CommandProblem<Code extends string = string> {
  readonly code: Code;
  readonly path: string;
  readonly rule: CommandRule;
  readonly params: CommandParams;
}

export interface CommandParams {
  /** The most that is allowed. */
  readonly limit?: number;
}

type Read<Command, Code extends string> =
  | { readonly command: Command }
  | { readonly problems: readonly CommandProblem<Code>[] };

/**
 * The command as its schema trims and checks it, or every problem of it together, in the order of its fields. The
 * messages of the schema are codes, each with its rule in `faults`. `order`: of the fields of a schema that is a choice of several. Throws the error of zod for a fault that is not
 * among them: no one can type it.
 */
export function readCommand<Schema extends z.ZodType, Code extends string>(
  schema: Schema,
  faults: Readonly<Record<Code, CommandRule>>,
  typed: z.input<Schema>,
  order: readonly string[] = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [],
): Read<z.output<Schema>, Code> {
  const read = schema.safeParse(typed);
  if (read.success) return { command: read.data };
  const place = ({ path }: z.core.$ZodIssue) => order.indexOf(String(path[0]));
  const issues = read.error.issues.toSorted((a, b) => place(a) - place(b));
  const isFault = (code: string): code is Code => Object.hasOwn(faults, code);
  return {
    problems: issues.map((issue) => {
      const { message: code, path } = issue;
      if (!isFault(code)) throw read.error;
      return { code, path: pathText(path), rule: faults[code], params: paramsOf(issue) };
    }),
  };
}

function paramsOf(issue: z.core.$ZodIssue): CommandParams {
  if (issue.code === 'too_big') return { limit: Number(issue.maximum) };
  const limit: unknown = issue.code === 'custom' ? issue.params?.limit : undefined;
  return typeof limit === 'number' ? { limit } : {};
}
