import type { CheckedFiles, FileVersions, WrongItem } from '#domain/ports/reconciler-stores.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';

export interface CompareFilesDeps {
  readonly fileVersions: FileVersions;
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly now: Now;
}

/**
 * Checks of documents whose files are gone: the very version that was looked at, which staff would open. The bucket is read whole,
 * once a run, and only where a check names a file. No one can put one right but the referrer, who has the document.
 */
export function compareFiles(deps: CompareFilesDeps) {
  let listed: { readonly at: string; readonly versions: Promise<ReadonlySet<string>> } | undefined;
  return async (check: CheckedFiles): Promise<WrongItem | undefined> => {
    const named = versionsIn(check);
    if (named.length === 0) return undefined;
    listed ??= { at: deps.now(), versions: deps.fileVersions.all() };
    const there = await listed.versions;
    // What was checked since the bucket was read may have come since.
    if (check.at >= listed.at || named.every((one) => there.has(one))) return undefined;
    // Erasing takes the files first, and the case last.
    const theCase = await deps.cases.readCase(check.reference);
    if (!theCase || theCase.erasing) return undefined;
    return { reference: check.reference, item: 'CHECK', fault: 'FILE_GONE', putRight: undefined };
  };
}

/** The versions of the files that a check found usable. What it found lost or harmful is known to everyone already. */
function versionsIn({ evidence, earlyHelpAssessment }: CheckedFiles): string[] {
  const documents = [...evidence, ...(earlyHelpAssessment ? [earlyHelpAssessment] : [])];
  const files = documents.flatMap((document) => document.pages ?? [document]);
  return files.flatMap(({ state, versionId }) => (state === 'USABLE' && versionId !== undefined ? [versionId] : []));
}
