import type { Import, ImportPart } from '../lists/import/file.ts';

/** Where present lists that were brought in are kept: no name and no cell of them, only what became of each row. */
export interface ImportStore {
  readImport(id: string): Promise<Import | undefined>;
  /** All of them, by id. */
  imports(): Promise<readonly Import[]>;
  /** Replaces the one read as `version - 1` (0: there was none); false, with nothing written, when someone was faster. */
  saveImport(changed: Import): Promise<boolean>;
  /** True when this call kept it; false when the same rows were brought in before. */
  keepPart(part: ImportPart): Promise<boolean>;
  /** What became of the rows so far, in the order of the file. */
  partsOf(id: string): Promise<readonly ImportPart[]>;
}
