import type { EvidenceStore } from '#domain/ports/services.ts';
import type { FilePlace, Problem } from '#domain/problems/rules.ts';
import { namedFiles } from '#domain/referral/files.ts';
import type { Referral } from '#domain/referral/schema.ts';

/** A problem for each file of the referral that is not there, evidence or not; all are looked for at the same time. */
export async function missingEvidence(evidence: EvidenceStore, caller: string, referral: Referral): Promise<Problem[]> {
  const looked = await Promise.all(
    namedFiles(referral).map(async ({ path, evidenceId, file }) => {
      const isThere = typeof evidenceId === 'string' && (await evidence.isUploaded(caller, evidenceId));
      return isThere ? [] : [notThere(path, file)];
    }),
  );
  return looked.flat();
}

/** The problem of an evidence item without its file. */
export function notUploaded(index: number): Problem {
  return notThere(`evidence[${index}].evidenceId`, { document: index + 1, page: 1, pages: 1 });
}

function notThere(path: string, file: FilePlace): Problem {
  return { code: 'EVIDENCE_NOT_UPLOADED', path, rule: 'not-uploaded', params: { file } };
}
