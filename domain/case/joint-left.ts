import { MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { isOpen } from './codes.ts';
import { appendEvent } from './event.ts';

/** The support whose places are given by a decision with other services. Source: RULES, after triage. */
export const JOINT_PATHWAY = 'LITTLE_TREASURES';

/** Whether other services are still asked about this child. `moved`: the list of a place that a support holds. */
export function waitsForJoint({ status, list }: Pick<Case, 'status' | 'list'>, moved?: string): boolean {
  const pathway = moved ?? list?.pathway;
  return isOpen(status) && (pathway === undefined || pathway === JOINT_PATHWAY);
}

/**
 * The case with its links to other services closed, and word owed to them, where the child waits for this no more: they left us, or
 * moved to another list. The same where nothing is shared. Of a child who has died the links are closed, and no machine sends anything.
 */
export function jointLeft(theCase: Case, { now, policyVersion }: Moment, pathway?: string): Case {
  const { joint } = theCase;
  if (!joint || joint.ended || theCase.death || waitsForJoint(theCase, pathway)) return theCase;
  const { dueAt: _owed, ...rest } = joint;
  const ended = { at: now, by: MACHINE, why: 'LEFT' as const };
  const owed = joint.askedAt === undefined ? {} : { dueAt: now };
  const history = appendEvent(theCase.history, { event: 'JOINT_LEFT', by: MACHINE }, now, policyVersion);
  return { ...theCase, joint: { ...rest, ended, ...owed }, history };
}
