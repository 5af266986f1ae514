import { withAnswers } from '#domain/case/answered-referral.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import { notFound } from '../../../access/staff-not-found.ts';
import type { HttpResponse } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import { checkedFile } from '../documents.ts';
import { nameOf } from './file-name.ts';
import { type FileReader, type OpenFileDeps, openFile } from './open-file.ts';

export interface EvidenceDeps extends OpenFileDeps {
  readonly cases: Pick<CaseStore, 'readCheck'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
}

/** Opens one document of evidence, or the page of it that the address names. */
export function getEvidence(deps: EvidenceDeps) {
  return async (reader: FileReader, parameters: Parameters): Promise<HttpResponse> => {
    const { index = '', page = '1' } = parameters;
    if (!/^\d{1,3}$/.test(index) || !/^[1-9]\d?$/.test(page)) return notFound(deps);
    const { referral, check } = await documentsOf(deps, reader);
    const item = referral?.evidence[Number(index)];
    const place = Number(page) - 1;
    const evidenceId = [item?.evidenceId, ...(item?.furtherPages ?? [])][place];
    if (evidenceId === undefined) return notFound(deps);
    const checked = check?.evidence.find((known) => known.index === Number(index));
    const what = parameters.page === undefined ? `EVIDENCE_${index}` : `EVIDENCE_${index}_PAGE_${page}`;
    const called = nameOf(referral?.evidence ?? [], Number(index), place);
    return openFile(deps, reader, { evidenceId, versionId: checkedFile(checked, place)?.versionId, what, called });
  };
}

/** Opens the Early Help Assessment, which is no evidence, or the page of it that the address names. */
export function getAssessment(deps: EvidenceDeps) {
  return async (reader: FileReader, { page = '1' }: Parameters): Promise<HttpResponse> => {
    if (!/^[1-9]\d?$/.test(page)) return notFound(deps);
    const { referral, check } = await documentsOf(deps, reader);
    const { evidenceId: first, furtherPages = [] } = referral?.earlyHelpAssessment ?? {};
    const place = Number(page) - 1;
    const evidenceId = [first, ...furtherPages][place];
    if (evidenceId === undefined) return notFound(deps);
    const versionId = checkedFile(check?.earlyHelpAssessment, place)?.versionId;
    const suffix = furtherPages.length === 0 ? '' : `-page-${page}`;
    return openFile(deps, reader, {
      evidenceId,
      versionId,
      what: place === 0 ? 'EARLY_HELP_ASSESSMENT' : `EARLY_HELP_ASSESSMENT_PAGE_${page}`,
      called: `EARLY-HELP-ASSESSMENT${suffix}`,
    });
  };
}

async function documentsOf(deps: EvidenceDeps, { theCase }: FileReader) {
  const [stored, check] = await Promise.all([
    deps.referrals.readReferral(theCase.reference),
    deps.cases.readCheck(theCase.reference, theCase.checks),
  ]);
  const referral = stored && referralIn(stored);
  return { referral: referral && withAnswers(referral, theCase), check };
}
