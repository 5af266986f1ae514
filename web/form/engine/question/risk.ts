import { FORM } from '#domain/draft/draft.ts';
import { declaresImmediateRisk } from '#domain/referral/emergency-call.ts';
import { readBody } from '../../body/read-body.ts';
import type { FormDeps } from '../../deps.ts';
import type { DraftRequest } from '../draft-request.ts';
import type { Step } from '../steps.ts';

/** True when the child is at risk and no call is recorded. Alerts the duty team, once for each draft. */
export async function alarmIfAtRisk(deps: FormDeps, { draft }: DraftRequest, { page }: Step): Promise<boolean> {
  if (page.path !== 'risk' || !declaresImmediateRisk(readBody(draft.answers).body)) return false;
  const body = { immediateRisk: true };
  await deps.submitReferral({ caller: FORM, idempotencyKey: `draft-${draft.id}`, body });
  return true;
}
