import { EARLY_HELP_ASSESSMENT } from '#domain/case/answered-referral.ts';
import type { Case } from '#domain/case/case.ts';
import { evidenceNames } from '#domain/notices/words.ts';
import { text } from '#domain/referral/text.ts';

export interface NamedFile {
  readonly evidenceId: string;
  readonly type: string;
  readonly title: string;
  readonly furtherPages?: string[];
}

/** In place of a kind: the file is the next page of the document before it, as three photos of one form are. */
export const NEXT_PAGE = { value: 'NEXT_PAGE', text: 'The next page of the document above' } as const;

export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What a document of an answer may be: a kind of evidence, or the Early Help Assessment while that is asked for again. */
export function kindsFor({ ask }: Pick<Case, 'ask'>): readonly { readonly value: string; readonly text: string }[] {
  const evidence = Object.entries(evidenceNames).map(([value, name]) => ({ value, text: capital(name) }));
  if (ask?.earlyHelpAssessment === undefined) return evidence;
  return [...evidence, { value: EARLY_HELP_ASSESSMENT, text: 'The Early Help Assessment' }];
}

/** What the form says of each file: its kind and a title, that it is another page of the one before, or what is missing. */
export function namedFiles(
  ids: readonly string[],
  fields: Readonly<Record<string, string>>,
  kinds: ReturnType<typeof kindsFor>,
): { readonly files: readonly NamedFile[]; readonly problems: readonly FieldProblem[] } {
  const files: NamedFile[] = [];
  const problems: FieldProblem[] = [];
  for (const [index, evidenceId] of ids.entries()) {
    if (index > 0 && fields[`type-${evidenceId}`] === NEXT_PAGE.value) {
      const before = files.pop();
      if (before) files.push({ ...before, furtherPages: [...(before.furtherPages ?? []), evidenceId] });
      continue;
    }
    const kind = kinds.find(({ value }) => value === fields[`type-${evidenceId}`]);
    const title = text(200).safeParse(fields[`title-${evidenceId}`]);
    if (!kind) problems.push({ path: `type-${evidenceId}`, message: `Select what document ${index + 1} is` });
    if (!title.success)
      problems.push({
        path: `title-${evidenceId}`,
        message: `Enter a title for document ${index + 1}, of up to 200 characters`,
      });
    if (kind && title.success) files.push({ evidenceId, type: kind.value, title: title.data });
  }
  return { files, problems };
}
