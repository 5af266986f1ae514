import type * as z from 'zod';
import { pathText } from '#domain/values/path-text.ts';

/**
 * What each fault of a command says to the person who typed it. A sentence may name the place of an entry in a list.
 */
export type CommandWords = Readonly<Record<string, string | ((place: number) => string)>>;

/** One thing in a command that whoever typed it can correct. */
export interface CommandProblem {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

type Read<Command> = { readonly command: Command } | { readonly problems: readonly CommandProblem[] };

/**
 * The command as its schema trims and checks it, or every problem of it together, in the order of its fields. The
 * messages of the schema are codes, which `words` puts into sentences. Throws the error of zod for a fault that has
 * none: no one can type it.
 */
export function readCommand<Schema extends z.ZodObject>(
  schema: Schema,
  words: CommandWords,
  typed: z.input<Schema>,
): Read<z.output<Schema>> {
  const read = schema.safeParse(typed);
  if (read.success) return { command: read.data };
  const fields = Object.keys(schema.shape);
  const place = ({ path }: z.core.$ZodIssue) => fields.indexOf(String(path[0]));
  const issues = read.error.issues.toSorted((a, b) => place(a) - place(b));
  return {
    problems: issues.map(({ message: code, path }) => {
      const said = words[code];
      if (said === undefined) throw read.error;
      const message = typeof said === 'string' ? said : said(Number(path[1]));
      return { code, path: pathText(path), message };
    }),
  };
}
