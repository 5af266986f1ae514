import { gunzipSync, gzipSync } from 'node:zlib';
import { MAX_FILE } from '../../../http/file-body.ts';

/** A page that carries more would not fit into what Lambda answers; the same file is then selected again. */
const MOST_CARRIED = 1024 * 1024;

/** The bytes of a file as a hidden field, so that no one selects it twice and we store no copy. Empty for a file that is too long. */
export function carry(bytes: Uint8Array): string {
  const carried = gzipSync(bytes).toString('base64');
  return carried.length > MOST_CARRIED ? '' : carried;
}

/** The file that a page carried; undefined for anything else. */
export function carriedFile(carried: string): Uint8Array | undefined {
  if (carried === '') return undefined;
  try {
    return gunzipSync(Buffer.from(carried, 'base64'), { maxOutputLength: MAX_FILE });
  } catch {
    return undefined;
  }
}
