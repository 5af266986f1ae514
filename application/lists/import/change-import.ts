import type { Import } from '#domain/lists/import/file.ts';
import type { ImportStore } from '#domain/ports/import-store.ts';
import { changeAggregate } from '../../change-case.ts';

/** Changes what is kept of a file by one conditional write, tried again where another was faster. `saved`: this call changed it. */
export async function changeImport(
  imports: ImportStore,
  id: string,
  change: (file: Import) => Import | undefined,
): Promise<{ readonly file: Import; readonly saved: boolean }> {
  const store = { read: imports.readImport, save: imports.saveImport };
  const { current, saved } = await changeAggregate(store, id, change);
  return { file: current, saved };
}
