import type { Import, RowOutcome } from '#domain/lists/import/file.ts';
import { type PresentSum, presentSums } from '#domain/lists/import/present-sums.ts';
import type { ImportStore } from '#domain/ports/import-store.ts';

export interface ReportDeps {
  readonly imports: Pick<ImportStore, 'readImport' | 'partsOf'>;
}

/** A file with what became of its rows, and what its children came to when they were read back from the lists. */
export interface ImportReport {
  readonly file: Import;
  readonly rows: readonly RowOutcome[];
  readonly here: readonly PresentSum[];
}

/** The report of a file. It costs the same few reads whenever it is looked at; undefined for a file that is not known. */
export function readReport({ imports }: ReportDeps) {
  return async (id: string): Promise<ImportReport | undefined> => {
    const file = await imports.readImport(id);
    if (!file) return undefined;
    const rows = (await imports.partsOf(id)).flatMap((part) => part.rows);
    return { file, rows, here: presentSums(rows.flatMap(({ here }) => here ?? [])) };
  };
}
