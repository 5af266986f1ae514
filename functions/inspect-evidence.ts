import type { Case } from '#domain/case/case.ts';
import { plusMinutes } from '#domain/case/change.ts';
import { EvidenceScanPending } from '#domain/errors.ts';
import { contentTypeOf } from '#domain/evidence-type.ts';
import type { StoredCheck } from '#domain/ports/records.ts';
import type { EvidenceFile, EvidenceStore } from '#domain/ports/services.ts';

/** How long a malware scan is waited for before people see the referral without its result. Source: local choice. */
const SCAN_MINUTES = 10;

type Inspected = StoredCheck['evidence'][number];

/**
 * How every evidence item stands: really there, of the type it was declared as, and not harmful. Throws
 * `EvidenceScanPending` while a scan has no result and the wait for it is not over.
 */
export async function inspectEvidence(
  evidence: EvidenceStore,
  theCase: Case,
  evidenceIds: readonly (string | undefined)[],
  now: string,
): Promise<Inspected[]> {
  const files = await Promise.all(
    evidenceIds.map((id) => (id ? evidence.inspect(theCase.caller, id) : Promise.resolve(undefined))),
  );
  const inspected = files.map((file, index) => ({ index, ...judge(file), ...(file && { versionId: file.versionId }) }));
  const since = theCase.answers.at(-1)?.at ?? theCase.receivedAt;
  if (inspected.some(({ state }) => state === 'PENDING') && now < plusMinutes(since, SCAN_MINUTES)) {
    throw new EvidenceScanPending('The malware scan has no result yet.');
  }
  return inspected;
}

function judge(file: EvidenceFile | undefined): Pick<Inspected, 'state' | 'code'> {
  if (!file) return { state: 'FAILED', code: 'EVIDENCE_LOST' };
  if (file.scan === 'HARMFUL') return { state: 'FAILED', code: 'EVIDENCE_HARMFUL' };
  if (!isAsDeclared(file)) return { state: 'FAILED', code: 'EVIDENCE_UNREADABLE' };
  if (file.scan === 'PENDING') return { state: 'PENDING', code: 'EVIDENCE_SCAN_PENDING' };
  return { state: 'USABLE', code: 'EVIDENCE_USABLE' };
}

/** Of the type that was declared; a form in a browser cannot know it and declares octet-stream, then any of ours is right. */
function isAsDeclared(file: EvidenceFile): boolean {
  const type = contentTypeOf(file.head);
  return type !== undefined && [type, 'application/octet-stream'].includes(file.contentType);
}
