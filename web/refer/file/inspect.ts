import { contentTypeOf } from '#domain/evidence-type.ts';
import type { ReferDeps } from '../deps.ts';

const MAX_BYTES = 10 * 1024 * 1024;

/** What is wrong with an uploaded file; `problem` is empty when nothing is. */
export async function inspectFile(
  { evidence }: Pick<ReferDeps, 'evidence'>,
  evidenceId: string | undefined,
  caller: string,
): Promise<{ readonly isThere: boolean; readonly problem: string }> {
  const file = evidenceId === undefined ? undefined : await evidence.inspect(caller, evidenceId);
  if (!file) return { isThere: false, problem: 'The file has not been added yet.' };
  if (file.bytes === 0) return { isThere: true, problem: 'The file is empty. Add another.' };
  if (file.bytes > MAX_BYTES) {
    return { isThere: true, problem: 'The file is larger than 10 MB. Add a smaller version of it.' };
  }
  const isKnown = contentTypeOf(file.head) !== undefined;
  return {
    isThere: true,
    problem: isKnown ? '' : 'The file is not a PDF, JPEG, PNG or Word (DOCX) document. Add another.',
  };
}
