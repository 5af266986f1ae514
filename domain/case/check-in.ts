import { MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';

/** What a family is told about when they are asked whether anything has changed. */
export const CHECK_IN = 'CHECK_IN';

/** The case with the mark that its family is to be asked for the nth time. Undefined where they were, or will be. */
export function checkInDue(theCase: Case, moment: Moment, n: number): Case | undefined {
  if (n <= (theCase.checkIn?.n ?? 0)) return undefined;
  const patch = { checkIn: { n, at: moment.now, toSend: moment.now }, moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch);
}

/** Since when a family is to be asked; undefined where it was, or is not yet. */
export function checkInOwedSince({ checkIn }: Pick<Case, 'checkIn'>): string | undefined {
  return checkIn?.toSend;
}

/** Tells one asking from those before; undefined before the first. */
export function checkInMark({ checkIn }: Pick<Case, 'checkIn'>): string | undefined {
  return checkIn && `CHECKIN${checkIn.n}`;
}

/** The case once its family was asked for this time, or need not be. Undefined where a later one is owed, or this one was sent. */
export function checkInSent(theCase: Case, moment: Moment, n: number): Case | undefined {
  const { checkIn, moveBy } = theCase;
  if (checkIn?.toSend === undefined || checkIn.n !== n) return undefined;
  const patch = { checkIn: { n, at: checkIn.at }, moveBy };
  if (isCheckInOver(theCase)) return applyChange(theCase, moment, patch);
  return applyChange(theCase, moment, patch, { event: 'FAMILY_CHECK_IN', by: MACHINE, nth: n });
}

/** Whether the family can be on a list still, so that asking makes sense. */
export function isCheckInOver({ status }: Pick<Case, 'status'>): boolean {
  return status !== 'ON_WAITING_LIST' && status !== 'IN_SUPPORT';
}
