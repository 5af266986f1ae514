import { MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import { hasBegun, isCompared } from './asked-why.ts';
import { isForStaffAlone } from './came-back.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { isOpen } from './codes.ts';
import type { InformationRequest } from './information-request.ts';
import { isSuspicious } from './suspicion.ts';
import { whyUntold } from './tell-family.ts';
import { ENDED, toldAbout } from './told.ts';

/** The codes of a check that a case keeps; the check itself is an item of its own. */
export interface CheckCodes {
  readonly outcome: string;
  readonly reasons: readonly string[];
  readonly flags: readonly string[];
  readonly locality?: string;
  readonly suggestedBand?: 1 | 2 | 3 | null;
}

/** The case once its stored referral was read and found whole. */
export function afterValidation(theCase: Case, moment: Moment): Case {
  return applyChange(theCase, moment, { next: 'CHECK', outbox: [] }, { event: 'VALIDATED', by: MACHINE });
}

const stopStatus: ReadonlyMap<string, Case['status']> = new Map<string, Case['status']>(
  Object.entries({
    RETURNED_INVALID: 'NOT_ACCEPTED',
    NOT_ACCEPTED_NO_CONSENT: 'NOT_ACCEPTED',
    NOT_ACCEPTED_NO_EVIDENCE: 'NOT_ACCEPTED',
    REDIRECTED_EY_ADVISORY: 'REDIRECTED',
    OUT_OF_SCOPE: 'OUT_OF_SCOPE',
  }),
);

/**
 * The case after a check: to people, held as a possible duplicate, or stopped by one of the published rules. An outcome that
 * no one knows goes to people, never to a stop, and so does every check after people have begun to look. The status follows when people have been asked or told, not before.
 */
export function afterCheck(theCase: Case, moment: Moment, check: CheckCodes, duplicateOf: string | null): Case {
  const { locality, suggestedBand } = check;
  const sorted = { ...(locality === undefined ? {} : { locality }), ...(suggestedBand ? { suggestedBand } : {}) };
  const findings = { reasons: [...check.reasons], flags: [...check.flags], checks: theCase.checks + 1 };
  const codes = { ...findings, ...sorted, outbox: [] };
  const found = { by: MACHINE, outcome: check.outcome };
  const mayEnd = !hasBegun(theCase);
  if (isCompared(theCase) && check.outcome === 'POSSIBLE_DUPLICATE') {
    const patch = { ...codes, outcome: check.outcome, duplicateOf, next: 'HOLD' } as const;
    return applyChange(theCase, moment, patch, { event: 'HELD_AS_POSSIBLE_DUPLICATE', ...found });
  }
  if (mayEnd && stopStatus.get(check.outcome)) {
    return applyChange(
      theCase,
      moment,
      { ...codes, outcome: check.outcome, next: 'NOTIFY' },
      { event: 'STOPPED', ...found },
    );
  }
  return applyChange(theCase, moment, { ...codes, outcome: null, next: 'TRIAGE' }, { event: 'CHECKED', ...found });
}

/**
 * The case once everyone has been told how it ended here. Of one that no person sent, and of a child who has died, no one is. At an end the family is
 * to be told by `tellFamilyAt`, or the history says why no one tells them.
 */
export function afterNotifying(theCase: Case, moment: Moment, tellFamilyAt?: string): Case {
  const status = stopStatus.get(theCase.outcome ?? '') ?? theCase.status;
  const ended = { ...theCase, status };
  const why = isOpen(status) ? undefined : whyUntold(ended);
  const isUntold = isSuspicious(theCase) || theCase.death !== undefined;
  const isDone = toldAbout(theCase, ENDED) !== undefined || isForStaffAlone(theCase);
  const isOwed = !isOpen(status) && why === undefined && !isDone && tellFamilyAt !== undefined;
  return applyChange(
    theCase,
    moment,
    { status, next: 'DONE', outbox: [], ...(isOwed ? { tellFamilyAt } : {}) },
    { event: isUntold ? 'CLOSED_UNTOLD' : 'TOLD', by: MACHINE },
    ...(why === undefined || isUntold ? [] : [{ event: 'FAMILY_NOT_TOLD', by: MACHINE, why } as const]),
  );
}

/** The case while the referrer is asked for something that only they can give. */
export function asked(theCase: Case, moment: Moment, ask: InformationRequest): Case {
  return applyChange(
    theCase,
    moment,
    { ask, next: 'ASK_REFERRER', outbox: [] },
    { event: 'REFERRER_ASKED', by: MACHINE, why: ask.why },
  );
}
