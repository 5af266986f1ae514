import { withAnswers } from '#domain/case/answered-referral.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import { notFound } from '../../../access/staff-not-found.ts';
import type { OpenTask } from '../../../access/staff-task.ts';
import type { HttpResponse } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import type { StaffDeps } from '../../deps.ts';
import { checkedFile } from '../documents.ts';
import { openFile } from './open-file.ts';

/** Opens one document of evidence, or the page of it that the address names. */
export function getEvidence(deps: StaffDeps) {
  return async (access: OpenTask, parameters: Parameters): Promise<HttpResponse> => {
    const { index = '', page = '1' } = parameters;
    if (!/^\d{1,3}$/.test(index) || !/^[1-9]\d?$/.test(page)) return notFound(deps);
    const { referral, check } = await documentsOf(deps, access);
    const item = referral?.evidence[Number(index)];
    const place = Number(page) - 1;
    const evidenceId = [item?.evidenceId, ...(item?.furtherPages ?? [])][place];
    if (evidenceId === undefined) return notFound(deps);
    const checked = check?.evidence.find((known) => known.index === Number(index));
    const what = parameters.page === undefined ? `EVIDENCE_${index}` : `EVIDENCE_${index}_PAGE_${page}`;
    return openFile(deps, access, { evidenceId, versionId: checkedFile(checked, place)?.versionId, what });
  };
}

/** Opens the Early Help Assessment, which is no evidence. */
export function getAssessment(deps: StaffDeps) {
  return async (access: OpenTask): Promise<HttpResponse> => {
    const { referral, check } = await documentsOf(deps, access);
    const evidenceId = referral?.earlyHelpAssessment?.evidenceId;
    if (evidenceId === undefined) return notFound(deps);
    const versionId = check?.earlyHelpAssessment?.versionId;
    return openFile(deps, access, { evidenceId, versionId, what: 'EARLY_HELP_ASSESSMENT' });
  };
}

async function documentsOf(deps: StaffDeps, { theCase }: OpenTask) {
  const [stored, check] = await Promise.all([
    deps.referrals.readReferral(theCase.reference),
    deps.cases.readCheck(theCase.reference, theCase.checks),
  ]);
  const referral = stored && referralIn(stored);
  return { referral: referral && withAnswers(referral, theCase), check };
}
