import type { InspectedFile } from '../../form/files/inspect.ts';
import { stateOf } from '../../form/files/states.ts';
import type { ReferralDeps } from '../deps.ts';
import { isOwnFile } from '../files/own-file.ts';
import { type FileToken, isPage, withFiles, without } from '../files/tokens.ts';

interface Place {
  readonly path: string;
  readonly csrf: string;
  readonly tokens: readonly FileToken[];
}

/** A row for each file: its state with kind and size, a look at it once it was found clean, and a way to remove it. */
export function fileRows(
  { malwareScan }: Pick<ReferralDeps, 'malwareScan'>,
  { path, csrf, tokens }: Place,
  files: readonly InspectedFile[],
) {
  const names = namesOf(tokens);
  return files.map((file, index) => {
    const { evidenceId, problem, scan } = file;
    const isOpened = problem === '' && scan === 'CLEAN' && isOwnFile(evidenceId, csrf);
    return {
      name: names[index],
      state: stateOf(file, malwareScan === 'guardduty'),
      open: isOpened ? `${path}/look/${evidenceId}` : '',
      without: withFiles(path, 'files', without(tokens, evidenceId)),
    };
  });
}

/** `Document 1`, or `Document 1, page 2` for a further page of it. */
export function namesOf(tokens: readonly FileToken[]): string[] {
  let [document, page] = [0, 1];
  return tokens.map((token) => {
    [document, page] = isPage(token) ? [document, page + 1] : [document + 1, 1];
    return page === 1 ? `Document ${document}` : `Document ${document}, page ${page}`;
  });
}

/** The files that can be used, in their order. Pages of a document whose first file cannot be used begin one. */
export function usableIn(tokens: readonly FileToken[], files: readonly InspectedFile[]): readonly FileToken[] {
  const unusable = files.filter(({ problem }) => problem !== '');
  return unusable.reduce<readonly FileToken[]>((left, { evidenceId }) => without(left, evidenceId), tokens);
}
