import { inPlaceOf } from '../process/outbox.ts';
import type { Moment } from '../process/process.ts';
import { plusMinutes } from '../values/dates.ts';
import type { LaterCode } from '../values/stored.ts';
import type { Case } from './case.ts';
import type { Status } from './codes.ts';
import { appendEvent, type NewEvent } from './event.ts';
import { jointLeft } from './joint-left.ts';

/** How long a step that waits for no one may take before the sweeper looks whether the workflow still lives. */
const STEP_MINUTES = 15;
/** How long after a wait has ended the workflow must have moved. */
const WAIT_SLACK_MINUTES = 60;

type Patch = Partial<Omit<Case, 'reference' | 'version' | 'history' | 'updatedAt'>>;

/**
 * A case changed: the patch applied, the events appended, and a new deadline for the workflow unless the
 * patch sets its own. Where the child waits no more for what other services decide with us, their links close. Pure; saving it as the next version is what makes it true.
 */
export function applyChange(theCase: Case, moment: Moment, patch: Patch, ...events: readonly NewEvent[]): Case {
  const history = events.reduce(
    (soFar, event) => appendEvent(soFar, event, moment.now, moment.policyVersion),
    theCase.history,
  );
  const { tooOld, ...moving } = theCase;
  // A workflow that takes a case further knows what it meets: the next definition that is too old is the first again.
  const before = patch.next === undefined ? theCase : moving;
  const changed: Case = {
    ...before,
    moveBy: plusMinutes(moment.now, STEP_MINUTES),
    ...patch,
    outbox: patch.outbox ? inPlaceOf(theCase.outbox, patch.outbox) : theCase.outbox,
    updatedAt: moment.now,
    history,
  };
  return jointLeft(changed, moment);
}

/** The instant by which a workflow that waits for people until `dueAt` must have moved. */
export function moveByAfterWait(dueAt: string): string {
  return plusMinutes(dueAt, WAIT_SLACK_MINUTES);
}

/** Step Functions takes no longer wait, in seconds: about three years. A wait that ends before it is due continues. */
const LONGEST_WAIT = 99_999_999;

/** Whole seconds from one instant to a later one, at least 60: Step Functions takes no shorter wait here. */
export function secondsUntil(now: string, at: string): number {
  return Math.min(LONGEST_WAIT, Math.max(60, Math.ceil((Date.parse(at) - Date.parse(now)) / 1000)));
}

/** What people and systems are told of where a case is: parked shows as parked, whatever it was doing. */
export function shownStatus(theCase: Case): Status | LaterCode {
  return theCase.parked ? 'PARKED' : theCase.status;
}
