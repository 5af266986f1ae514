import type { ErasedList, FilesToErase, StoredFile } from '#domain/ports/erasure.ts';
import type { Erased } from '#domain/process/erased.ts';

/** The list of what was erased, in memory. */
export function createMemoryErasedList(): ErasedList {
  const kept = new Map<string, Erased>();
  const keyOf = ({ reference, at }: Pick<Erased, 'reference' | 'at'>) => `${reference} ${at}`;
  return {
    entries: async () => [...kept.values()].map(({ reference, at }) => ({ reference, at })),
    read: async (entry) => kept.get(keyOf(entry)),
    add: async (entry) => {
      if (!kept.has(keyOf(entry))) kept.set(keyOf(entry), entry);
    },
  };
}

export interface MemoryFiles extends FilesToErase {
  put(file: StoredFile): void;
}

/** Uploaded files and pages in memory: of a page its key alone, which begins with its referral. */
export function createMemoryFiles(pages: Set<string> = new Set()): MemoryFiles {
  const files = new Map<string, StoredFile>();
  return {
    put: (file) => void files.set(file.key, file),
    all: async () => [...files.values()],
    remove: async (key) => void files.delete(key),
    removePages: async (reference) => {
      for (const page of pages) if (page.startsWith(`${reference}/`)) pages.delete(page);
    },
  };
}
