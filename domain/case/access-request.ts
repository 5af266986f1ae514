import * as z from 'zod';
import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';

/** Whether who asks for a copy of the record has parental responsibility, as far as someone checked it. */
export const askerHoldsSchema = z.enum(['YES', 'NO', 'NOT_KNOWN']);
export type AskerHolds = z.infer<typeof askerHoldsSchema>;

/**
 * What a professional said of serious harm. Source: Data Protection Act 2018, Schedule 3: health, education and social work data
 * are not given out where that would be likely to cause it.
 */
export const harmOpinionSchema = z.enum(['NO_HARM', 'PART_WITHHELD', 'NOT_ASKED']);
export type HarmOpinion = z.infer<typeof harmOpinionSchema>;

interface Asked {
  readonly by: Actor;
  readonly askedOn: string;
  readonly holds: AskerHolds;
  readonly opinion: HarmOpinion;
  /** Who asks, how it was checked and who gave the opinion, in the words of who recorded it. */
  readonly text: string;
  /** When a request was recorded before, as the form showed it; blank where none was. */
  readonly seen: string;
}

/** The last request for a copy that the history tells of, read whole; undefined where no one asked. */
export function lastAccessRequest({ history }: Pick<Case, 'history'>) {
  return history.findLast((event) => event.event === 'ACCESS_REQUESTED');
}

/** The case with a request for a copy of it in its history. `last`: when the last one was recorded. Undefined where someone recorded one since the form was shown. */
export function accessRequested(
  theCase: Case,
  moment: Moment,
  last: string,
  { seen, ...said }: Asked,
): Case | undefined {
  const recorded = lastAccessRequest(theCase)?.at ?? last;
  if (recorded !== seen) return undefined;
  return applyChange(theCase, moment, { moveBy: theCase.moveBy }, { event: 'ACCESS_REQUESTED', ...said });
}
