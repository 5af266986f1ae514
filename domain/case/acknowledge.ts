import type { Case } from './case.ts';
import { isSuspicious } from './suspicion.ts';

/**
 * Whether the referrer may have had no email about this case yet, so that one must say it arrived. False once they were
 * asked something, or the case has ended or was reopened: that email says so itself. The ledger sends it once in any case.
 */
export function isUnacknowledged(theCase: Case): boolean {
  const { ask, answers, next, task, referrerWasSilent, reopened } = theCase;
  if (isSuspicious(theCase) || next === 'NOTIFY' || next === 'DONE' || referrerWasSilent || reopened) return false;
  return task === null && (ask === null || answers.length > 0);
}
