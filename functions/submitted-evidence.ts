import type { EvidenceStore } from '#domain/ports/services.ts';
import type { Problem } from '#domain/problems.ts';
import type { Referral } from '#domain/referral/schema.ts';

/** A problem for each evidence item whose file is not there; the files are looked for at the same time. */
export async function missingEvidence(evidence: EvidenceStore, caller: string, referral: Referral): Promise<Problem[]> {
  const found = await Promise.all(
    referral.evidence.map((item) => (item.evidenceId ? evidence.isUploaded(caller, item.evidenceId) : false)),
  );
  return found.flatMap((isThere, index) => (isThere ? [] : [notUploaded(index)]));
}

/** The problem of an evidence item without its file, in words that say how to mend it. */
export function notUploaded(index: number): Problem {
  return {
    code: 'EVIDENCE_NOT_UPLOADED',
    path: `evidence[${index}].evidenceId`,
    message: `The file for evidence ${index + 1} has not arrived. Ask for an upload with POST /v1/evidence, send the file, then name its evidenceId here.`,
  };
}
