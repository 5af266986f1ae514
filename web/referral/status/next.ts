import type { Case } from '#domain/case/case.ts';
import { shownStatus } from '#domain/case/change.ts';
import { isOpen } from '#domain/case/codes.ts';
import { isConfirmedDuplicate } from '#domain/case/joined.ts';
import { isStuck } from '#domain/case/tell-of-parked.ts';
import { isPutRightByItself } from '#domain/process/run.ts';
import { waitAim } from '#domain/service/wait-aim.ts';
import { familyInWords } from '../family-words.ts';
import { type Redirect, redirectSteps } from './redirect.ts';
import {
  CHECK_AGAIN,
  STEPS_BY_ITSELF,
  STEPS_JOINED,
  STEPS_LATER,
  STEPS_NO_DOCUMENT,
  STEPS_UNDECIDED,
  steps,
} from './words.ts';

const stepsOf: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(steps));

/** What happens next with a referral, as short sentences. `redirect` says which other service fits better, where one does. */
export function nextSteps(theCase: Case, waitMonths: number, redirect: Redirect): readonly string[] {
  const status = shownStatus(theCase);
  if (isPutRightByItself(theCase)) return STEPS_BY_ITSELF;
  if (theCase.parked && !isStuck(theCase)) return STEPS_UNDECIDED;
  if (isConfirmedDuplicate(theCase)) return [...STEPS_JOINED, CHECK_AGAIN];
  if (status === 'AWAITING_REFERRER' && theCase.ask?.why === 'NO_EVIDENCE_YET') return STEPS_NO_DOCUMENT;
  const known = status === 'REDIRECTED' ? redirectSteps(redirect) : (stepsOf.get(status) ?? STEPS_LATER);
  if (!isOpen(status)) return [...known.slice(0, -1), ...familyInWords(theCase), ...known.slice(-1)];
  return status === 'ON_WAITING_LIST' ? [...known, waitAim(waitMonths)] : known;
}
