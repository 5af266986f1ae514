import { randomBytes } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { HeldSyncs } from '../held-syncs.ts';

export type WholeFiles = {
  /** Writes a file aside and renames it, so that a kill leaves the whole of it or nothing. */
  write(file: string, content: Buffer): Promise<void>;
  /** Forces to the disk which files a folder has. */
  syncFolder(name: string): Promise<void>;
  syncs: HeldSyncs;
};

/** Files that are on disk, each in its folder, once they are written; while syncs are held, with the system. */
export function createWholeFiles(): WholeFiles {
  let held: { files: Set<string>; folders: Set<string> } | undefined;

  async function syncFolder(name: string): Promise<void> {
    if (held) held.folders.add(name);
    else await sync(name);
  }

  return {
    write: async (file, content) => {
      const aside = `${file}.${randomBytes(4).toString('hex')}.part`;
      const handle = await open(aside, 'wx');
      try {
        await handle.writeFile(content);
        if (held) held.files.add(file);
        else await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(aside, file);
      await syncFolder(dirname(file));
    },
    syncFolder,
    syncs: {
      hold: () => {
        held ??= { files: new Set(), folders: new Set() };
      },
      release: async () => {
        const { files = [], folders = [] } = held ?? {};
        held = undefined;
        // A file before its folder: a name never leads to less than was written.
        for (const file of files) await sync(file);
        for (const folder of folders) await sync(folder);
      },
    },
  };
}

/** Nothing where it is gone: what was written while syncs were held may have been deleted since. */
async function sync(name: string): Promise<void> {
  const handle = await open(name).catch((error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  await handle?.sync().finally(() => handle.close());
}
