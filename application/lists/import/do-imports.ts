import type { ImportStore } from '#domain/ports/import-store.ts';
import { type BringInDeps, bringIn, importId } from './bring-in.ts';
import { type ExportDeps, exportEnded, exportLists } from './export-lists.ts';
import { inviteToPlay, type PlayDeps } from './invite-to-play.ts';
import { readReport } from './read-report.ts';
import { type ReleaseDeps, releaseImport } from './release-import.ts';
import { signImport } from './sign-import.ts';

/** What people do with present lists: bring them in, sign for them, release them, and write them out. */
export function doImports(deps: BringInDeps & ReleaseDeps & ExportDeps & PlayDeps & { readonly imports: ImportStore }) {
  return {
    ...{ importId: importId(deps), bringIn: bringIn(deps), readReport: readReport(deps) },
    ...{
      signImport: signImport(deps),
      releaseImport: releaseImport(deps),
      exportLists: exportLists(deps),
      exportEnded: exportEnded(deps),
      inviteToPlay: inviteToPlay(deps),
    },
  };
}

export type DoImports = ReturnType<typeof doImports>;
