import type { EvidenceStore } from '#domain/ports/services.ts';
import type { Problem } from '#domain/problems/problems.ts';
import { namedFiles } from '#domain/referral/files.ts';
import type { Referral } from '#domain/referral/schema.ts';

/** A problem for each file of the referral that is not there, evidence or not; all are looked for at the same time. */
export async function missingEvidence(evidence: EvidenceStore, caller: string, referral: Referral): Promise<Problem[]> {
  const looked = await Promise.all(
    namedFiles(referral).map(async (file) => {
      const isThere = typeof file.evidenceId === 'string' && (await evidence.isUploaded(caller, file.evidenceId));
      return isThere ? [] : [notThere(file)];
    }),
  );
  return looked.flat();
}

/** The problem of an evidence item without its file. */
export function notUploaded(index: number): Problem {
  return notThere({ path: `evidence[${index}].evidenceId`, name: `evidence ${index + 1}` });
}

/** In words for a person at the form and for one who writes to the API; what only the latter can use, the API adds. */
function notThere({ path, name }: { readonly path: string; readonly name: string }): Problem {
  const message = `The file of ${name} has not arrived. Add the file again, then send the referral again.`;
  return { code: 'EVIDENCE_NOT_UPLOADED', path, message };
}
