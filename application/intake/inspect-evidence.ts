import type { Case } from '#domain/case/case.ts';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import type { EvidenceFile, EvidenceStore } from '#domain/ports/services.ts';
import { EvidenceScanPending } from '#domain/problems/errors.ts';
import { EVIDENCE_LOST } from '#domain/referral/document/lost.ts';
import { recognise } from '#domain/referral/document/recognise.ts';
import type { Referral } from '#domain/referral/schema.ts';
import { plusMinutes } from '#domain/values/dates.ts';

/** How long a malware scan is waited for before people see the referral without its result. Source: local choice. */
const SCAN_MINUTES = 10;

export type Inspected = Pick<StoredCheck, 'evidence' | 'earlyHelpAssessment'>;
type CheckedDocument = NonNullable<Inspected['earlyHelpAssessment']>;
type CheckedFile = Omit<CheckedDocument, 'pages'>;

/**
 * How every document stands, evidence or not: all of its files really there, of the type they were declared as, and not
 * harmful. Throws `EvidenceScanPending` while a scan has no result and the wait for it is not over.
 */
export async function inspectEvidence(
  store: EvidenceStore,
  theCase: Case,
  referral: Pick<Referral, 'evidence' | 'earlyHelpAssessment'>,
  now: string,
): Promise<Inspected> {
  const look = async (id: string | undefined) => await judge(id ? await store.inspect(theCase.caller, id) : undefined);
  const whole = async ({
    evidenceId,
    furtherPages = [],
  }: Pick<Referral['evidence'][number], 'evidenceId' | 'furtherPages'>) =>
    together(await look(evidenceId), await Promise.all(furtherPages.map(look)));
  const inItem = async (item: Referral['evidence'][number], index: number) => ({ index, ...(await whole(item)) });
  const [evidence, assessment] = await Promise.all([
    Promise.all(referral.evidence.map(inItem)),
    referral.earlyHelpAssessment && whole(referral.earlyHelpAssessment),
  ]);
  const since = theCase.answers.at(-1)?.at ?? theCase.receivedAt;
  const inspected = { evidence, ...(assessment && { earlyHelpAssessment: assessment }) };
  if (isAnyPending(inspected) && now < plusMinutes(since, SCAN_MINUTES)) {
    throw new EvidenceScanPending('The malware scan has no result yet.');
  }
  return inspected;
}

/** Whether the scan of any document has no result yet. */
export function isAnyPending({ evidence, earlyHelpAssessment }: Inspected): boolean {
  return [...evidence, earlyHelpAssessment].some((document) => document?.state === 'PENDING');
}

/** A document stands as the worst of its pages does: it can be used when every page can. */
function together(first: CheckedFile, others: readonly CheckedFile[]): CheckedDocument {
  if (others.length === 0) return first;
  const pages = [first, ...others];
  const { state, code } =
    pages.find((page) => page.state === 'FAILED') ?? pages.find((page) => page.state === 'PENDING') ?? first;
  return { ...first, state, code, pages };
}

async function judge(file: EvidenceFile | undefined): Promise<CheckedFile> {
  if (!file) return { state: 'FAILED', code: EVIDENCE_LOST };
  const { versionId } = file;
  if (file.scan === 'HARMFUL') return { state: 'FAILED', code: 'EVIDENCE_HARMFUL', versionId };
  const code = await faultOf(file);
  if (code !== undefined) return { state: 'FAILED', code, versionId };
  if (file.scan === 'PENDING') return { state: 'PENDING', code: 'EVIDENCE_SCAN_PENDING', versionId };
  return { state: 'USABLE', code: 'EVIDENCE_USABLE', versionId };
}

/** Why no one could open the file; a form in a browser cannot know its type and declares octet-stream, then any of ours is right. */
async function faultOf(file: EvidenceFile): Promise<string | undefined> {
  const found = await recognise(file);
  if (found.kind === 'LOCKED') return 'EVIDENCE_LOCKED';
  if (found.kind === 'DAMAGED') return 'EVIDENCE_DAMAGED';
  const isAsDeclared =
    found.kind === 'DOCUMENT' && [found.contentType, 'application/octet-stream'].includes(file.contentType);
  return isAsDeclared ? undefined : 'EVIDENCE_UNREADABLE';
}
