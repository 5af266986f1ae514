import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { isOpen } from './codes.ts';
import { hasDied } from './death.ts';
import type { NewEvent } from './event.ts';
import { isQuiet } from './imported.ts';
import { JOINT_PATHWAY, waitsForJoint } from './joint-left.ts';
import type { JointHow, JointService, JointView } from './joint-shape.ts';

type Joint = NonNullable<Case['joint']>;

/** Whether other services may read this referral to decide with us, and nothing is decided yet. */
export function isJointOpen({ joint, status, list }: Pick<Case, 'joint' | 'status' | 'list'>): boolean {
  return joint !== undefined && joint.ended === undefined && waitsForJoint({ status, list });
}

/** Whether a place may be offered: it was decided together, and for this child. */
export function isDecidedJointly({ joint }: Pick<Case, 'joint'>): boolean {
  return joint?.decision?.isYes === true;
}

/** The services that have said nothing yet. */
export function silentIn({ services }: Pick<Joint, 'services'>): JointService[] {
  return services.filter(({ view }) => view === undefined);
}

/** That a parent agreed, as staff recorded it. */
export interface JointAgreement {
  readonly by: Actor;
  readonly who: { readonly place: number } | { readonly name: string; readonly role: string };
  readonly how: JointHow;
  readonly on: string;
  readonly services: readonly { readonly to: string; readonly name: string }[];
}

/**
 * The case once the parents agree that these services read the referral to decide with us. Each is owed a link. Undefined while an
 * earlier agreement stands or a yes was decided, and for a child who has died, has left us or came with a list that no one released.
 */
export function jointAgreed(theCase: Case, moment: Moment, agreement: JointAgreement): Case | undefined {
  if (!mayAgree(theCase) || agreement.services.length === 0) return undefined;
  const { by, who, how, on } = agreement;
  const services = agreement.services.map(({ to, name }) => ({ to, name }));
  const agreed = { at: moment.now, by, ...who, how, on };
  const joint = { n: (theCase.joint?.n ?? 0) + 1, agreed, services, dueAt: moment.now };
  return withJoint(theCase, moment, joint, { event: 'JOINT_AGREED', by, how, on });
}

/** Whether an agreement of the parents may be recorded now. */
export function mayAgree(theCase: Case): boolean {
  const { status, list } = theCase;
  const waits = isOpen(status) && (list === null ? status === 'IN_SUPPORT' : list.pathway === JOINT_PATHWAY);
  return waits && !isJointOpen(theCase) && !isDecidedJointly(theCase) && !hasDied(theCase) && !isQuiet(theCase);
}

/** The case once someone in one of these services has opened the referral; undefined when someone had. */
export function jointOpened(theCase: Case, moment: Moment, to: string, by: Actor): Case | undefined {
  const { joint } = theCase;
  const isNew = joint?.services.some((one) => one.to === to && one.openedAt === undefined);
  if (!joint || !isNew || !isJointOpen(theCase)) return undefined;
  const services = joint.services.map((one) => (one.to === to ? { ...one, openedAt: moment.now } : one));
  return withJoint(theCase, moment, { ...joint, services }, { event: 'JOINT_OPENED', by, service: to });
}

/** What someone in a service says of the child. */
export interface SaidView {
  readonly to: string;
  readonly by: Actor;
  readonly what: JointView;
  readonly reason: string;
  readonly name: string;
  readonly role: string;
  /** When that service gave its view before, as its form showed it; absent or blank where it had given none. */
  readonly seen?: string;
}

/**
 * The case with the view of a service, also one that it changed its mind about: the history keeps both. Undefined where a colleague gave
 * another since the form was shown, or it is not asked any more. With the last, and with each change after it, the managers are owed word.
 */
export function jointViewGiven(
  theCase: Case,
  moment: Moment,
  { to, by, seen = '', ...view }: SaidView,
): Case | undefined {
  const { joint } = theCase;
  if (!joint || !isJointOpen(theCase)) return undefined;
  const before = joint.services.find((one) => one.to === to);
  if (!before || (before.view?.at ?? '') !== seen) return undefined;
  const given = { ...view, at: moment.now, by };
  const services = joint.services.map((one) => (one.to === to ? { ...one, view: given } : one));
  const isLast = silentIn({ services }).length === 0;
  const changes = before.view ? { changes: (joint.changes ?? 0) + 1 } : {};
  const next = { ...joint, services, ...changes, ...(isLast ? { dueAt: moment.now } : {}) };
  const { what, name, role, reason: text } = view;
  return withJoint(theCase, moment, next, { event: 'JOINT_VIEW_GIVEN', by, service: to, what, name, role, text });
}

/** Whom the manager spoke to in a service that had said nothing. */
export interface Phoned {
  readonly to: string;
  readonly name: string;
  readonly said: string;
}

/** What a manager recorded of the decision. */
export interface JointDecision {
  readonly by: Actor;
  readonly isYes: boolean;
  readonly reason: string;
  readonly took: string;
  readonly phoned: readonly Phoned[];
}

/**
 * The case once it is decided together, and the links are closed. Undefined where nothing is open to decide, or a service has said
 * nothing and no one spoke to it.
 */
export function jointDecided(theCase: Case, moment: Moment, decision: JointDecision): Case | undefined {
  const { joint } = theCase;
  if (!joint || !isJointOpen(theCase)) return undefined;
  const { by, phoned, ...said } = decision;
  const done = { at: moment.now, by };
  const spokenTo = (to: string) => phoned.find((one) => one.to === to);
  if (silentIn(joint).some(({ to }) => !spokenTo(to))) return undefined;
  const services = joint.services.map((one) => {
    const { name, said: text } = (one.view ? undefined : spokenTo(one.to)) ?? {};
    return name === undefined || text === undefined ? one : { ...one, phoned: { ...done, name, said: text } };
  });
  const { dueAt: _owed, ...rest } = joint;
  const next = { ...rest, services, decision: { ...done, ...said }, ended: { ...done, why: 'DECIDED' as const } };
  return withJoint(
    theCase,
    moment,
    { ...next, ...owedAtEnd(joint, moment) },
    {
      ...{ event: 'JOINT_DECIDED', by, isYes: said.isYes, text: said.reason },
    },
  );
}

/** The case once the parents no longer agree: the links close. Undefined where nothing is shared. */
export function jointWithdrawn(theCase: Case, moment: Moment, by: Actor): Case | undefined {
  const { joint } = theCase;
  if (!joint || !isJointOpen(theCase)) return undefined;
  const { dueAt: _owed, ...rest } = joint;
  const ended = { at: moment.now, by, why: 'WITHDRAWN' as const };
  return withJoint(theCase, moment, { ...rest, ended, ...owedAtEnd(joint, moment) }, { event: 'JOINT_WITHDRAWN', by });
}

/** Services that were never written to are told nothing at the end either. */
function owedAtEnd({ askedAt }: Joint, { now }: Moment) {
  return askedAt === undefined ? {} : { dueAt: now };
}

/** The case with this of the decision with other services; the deadline of the workflow stays. */
export function withJoint(theCase: Case, moment: Moment, joint: Joint, ...events: readonly NewEvent[]): Case {
  return applyChange(theCase, moment, { joint, moveBy: theCase.moveBy }, ...events);
}
