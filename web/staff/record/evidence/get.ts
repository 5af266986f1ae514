import { withAnswers } from '#domain/case/answered-referral.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import type { HttpRequest, HttpResponse } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import { type TaskAccess, taskAccessOf } from '../../decide/task-access.ts';
import type { StaffDeps } from '../../deps.ts';
import { notFound } from '../../not-found.ts';
import { checkedFile } from '../documents.ts';
import { openFile } from './open-file.ts';

/** Opens one document of evidence, or the page of it that the address names. */
export function getEvidence(deps: StaffDeps) {
  return async (request: HttpRequest, parameters: Parameters): Promise<HttpResponse> => {
    const { taskId = '', index = '', page = '1' } = parameters;
    const access = await taskAccessOf(deps, request, taskId);
    if (access.kind !== 'OPEN' || !/^\d{1,3}$/.test(index) || !/^[1-9]\d?$/.test(page)) return notFound(deps);
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
  return async (request: HttpRequest, { taskId = '' }: Parameters): Promise<HttpResponse> => {
    const access = await taskAccessOf(deps, request, taskId);
    if (access.kind !== 'OPEN') return notFound(deps);
    const { referral, check } = await documentsOf(deps, access);
    const evidenceId = referral?.earlyHelpAssessment?.evidenceId;
    if (evidenceId === undefined) return notFound(deps);
    const versionId = check?.earlyHelpAssessment?.versionId;
    return openFile(deps, access, { evidenceId, versionId, what: 'EARLY_HELP_ASSESSMENT' });
  };
}

async function documentsOf(deps: StaffDeps, { theCase }: Extract<TaskAccess, { kind: 'OPEN' }>) {
  const [stored, check] = await Promise.all([
    deps.referrals.readReferral(theCase.reference),
    deps.cases.readCheck(theCase.reference, theCase.checks),
  ]);
  const referral = stored && referralIn(stored);
  return { referral: referral && withAnswers(referral, theCase), check };
}
