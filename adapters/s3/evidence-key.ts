import { sha256 } from '#domain/values/hash.ts';

const ID = /^[\w-]{1,128}$/;

/** Where a caller's evidence is kept; undefined for an id that this service never gave out, such as a path. */
export function evidenceKey(caller: string, evidenceId: string): string | undefined {
  return ID.test(evidenceId) ? `evidence/${sha256(caller).slice(0, 16)}/${evidenceId}` : undefined;
}
