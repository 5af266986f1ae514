import type { Moment } from '../process/process.ts';
import { londonDateOf } from '../values/dates.ts';
import type { WorkingCalendar } from '../values/working-calendar.ts';
import { addWorkingDays, workingMorning } from '../values/working-days.ts';
import type { Case } from './case.ts';
import { hasDied } from './death.ts';
import { isJointOpen, silentIn, withJoint } from './joint.ts';
import { CHASE_WORKING_DAYS } from './shared.ts';

/** What is owed next to the people who decide together. */
export type JointStep = 'JOINT_ASKED' | 'JOINT_UNANSWERED' | 'JOINT_ANSWERED' | 'JOINT_ENDED';

const steps: ReadonlySet<string> = new Set<JointStep>([
  'JOINT_ASKED',
  'JOINT_UNANSWERED',
  'JOINT_ANSWERED',
  'JOINT_ENDED',
]);

/** Whether it is of a decision with other services. */
export function isJointStep(step: string): step is JointStep {
  return steps.has(step);
}

/** Since when people are owed a notice; undefined while none is. A service is not chased for a child who has left us. */
export function jointDueAt(theCase: Case): string | undefined {
  const { joint } = theCase;
  if (!joint || hasDied(theCase)) return undefined;
  return joint.ended || isJointOpen(theCase) ? joint.dueAt : undefined;
}

/** What people are owed by now; undefined while nothing is due. */
export function jointDue(theCase: Case, now: string): JointStep | undefined {
  const { joint } = theCase;
  const dueAt = jointDueAt(theCase);
  if (!joint || dueAt === undefined || dueAt > now) return undefined;
  if (joint.ended) return 'JOINT_ENDED';
  if (joint.askedAt === undefined) return 'JOINT_ASKED';
  return silentIn(joint).length === 0 ? 'JOINT_ANSWERED' : 'JOINT_UNANSWERED';
}

/** The case once people have been told of this step. Undefined when another call was faster. */
export function jointTold(theCase: Case, moment: Moment, step: JointStep, calendar: WorkingCalendar): Case | undefined {
  if (jointDue(theCase, moment.now) !== step || !theCase.joint) return undefined;
  const { dueAt: _owed, ...joint } = theCase.joint;
  if (step === 'JOINT_ASKED') {
    const chaseAt = workingMorning(addWorkingDays(londonDateOf(moment.now), CHASE_WORKING_DAYS, calendar), calendar);
    const dueAt = silentIn(joint).length === 0 ? moment.now : chaseAt;
    return withJoint(theCase, moment, { ...joint, askedAt: moment.now, dueAt });
  }
  return withJoint(theCase, moment, step === 'JOINT_UNANSWERED' ? { ...joint, chasedAt: moment.now } : joint);
}
