import type * as z from 'zod';
import { evidenceNames } from '#domain/notices/words.ts';
import { evidenceTypeSchema } from '#domain/referral/codes.ts';
import { text } from '#domain/referral/text.ts';

export interface NamedFile {
  readonly evidenceId: string;
  readonly type: z.infer<typeof evidenceTypeSchema>;
  readonly title: string;
}
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

export const kinds = Object.entries(evidenceNames).map(([value, text]) => ({ value, text }));

/** What the form says of each file: its kind and a title, or what is missing. */
export function namedFiles(
  ids: readonly string[],
  fields: Readonly<Record<string, string>>,
): { readonly files: readonly NamedFile[]; readonly problems: readonly FieldProblem[] } {
  const files: NamedFile[] = [];
  const problems: FieldProblem[] = [];
  for (const [index, evidenceId] of ids.entries()) {
    const [type, title] = [
      evidenceTypeSchema.safeParse(fields[`type-${evidenceId}`]),
      text(200).safeParse(fields[`title-${evidenceId}`]),
    ];
    if (!type.success) problems.push({ path: `type-${evidenceId}`, message: `Choose what document ${index + 1} is` });
    if (!title.success)
      problems.push({
        path: `title-${evidenceId}`,
        message: `Give document ${index + 1} a title of at most 200 characters`,
      });
    if (type.success && title.success) files.push({ evidenceId, type: type.data, title: title.data });
  }
  return { files, problems };
}
