import type { Case } from '#domain/case/case.ts';
import { shownStatus } from '#domain/case/change.ts';
import { isStuck } from '#domain/case/tell-of-parked.ts';
import { isPutRightByItself } from '#domain/process/run.ts';
import { redirectSteps, STEPS_BY_ITSELF, STEPS_LATER, STEPS_UNDECIDED, steps, supportAim } from './words.ts';

const stepsOf: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(steps));

/** What happens next with a referral, as short sentences. `service` is the one that people redirected it to, if they chose one. */
export function nextSteps(theCase: Case, waitMonths: number, service: string): readonly string[] {
  const status = shownStatus(theCase);
  if (isPutRightByItself(theCase)) return STEPS_BY_ITSELF;
  if (theCase.parked && !isStuck(theCase)) return STEPS_UNDECIDED;
  if (status === 'REDIRECTED' && theCase.outcome === 'REDIRECT') return redirectSteps(service);
  const known = stepsOf.get(status) ?? STEPS_LATER;
  return status === 'ON_WAITING_LIST' ? [...known, supportAim(waitMonths)] : known;
}
