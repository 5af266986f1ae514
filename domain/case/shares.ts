import type { Case } from './case.ts';
import { isJointOpen } from './joint.ts';
import { isShared } from './shared.ts';

/** Every service that may read this referral at this moment, as notices name it: after a redirect, or to decide with us. */
export function sharedWithNow(theCase: Case): string[] {
  const redirected = isShared(theCase) && theCase.shared ? [theCase.shared.to] : [];
  const deciding = isJointOpen(theCase) && theCase.joint ? theCase.joint.services.map(({ to }) => to) : [];
  return [...new Set([...redirected, ...deciding])];
}

/** Every service that has had a link of which nobody has closed the sharing, whatever became of the referral. */
export function sharedWithSince({ shared, joint }: Pick<Case, 'shared' | 'joint'>): string[] {
  const deciding = joint && joint.ended === undefined ? joint.services.map(({ to }) => to) : [];
  return [shared?.to ?? 'ADVISORY', ...deciding];
}
