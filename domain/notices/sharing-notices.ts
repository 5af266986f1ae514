import type { Case } from '../case/case.ts';
import type { JointStep } from '../case/joint-told.ts';
import type { SharingStep } from '../case/shared.ts';
import type { NoticeKind } from './notice.ts';

/** A point at which people on either side of a referral that other services may read are owed a notice. */
export type SharingMoment = SharingStep | JointStep;

const kindsOf: Readonly<Record<SharingMoment, readonly NoticeKind[]>> = {
  SHARED: ['ADVISORY_FORWARDED'],
  SHARED_UNOPENED: ['ADVISORY_REMINDER', 'SHARED_UNOPENED'],
  SHARED_OPENED: ['SHARED_OPENED'],
  JOINT_ASKED: ['JOINT_ASKED'],
  JOINT_UNANSWERED: ['JOINT_REMINDER', 'TEAM_JOINT_UNANSWERED'],
  JOINT_ANSWERED: ['TEAM_JOINT_ANSWERED'],
  JOINT_ENDED: ['JOINT_ENDED'],
};

/** Whether it is of a referral that other services may read. */
export function isSharingMoment(moment: string): moment is SharingMoment {
  return Object.hasOwn(kindsOf, moment);
}

interface SharingBatch {
  readonly kinds: readonly NoticeKind[];
  readonly mark?: string;
}

/** What is owed at this step. Each agreement of the parents to decide together is told of by itself. */
export function sharingBatch(moment: SharingMoment, { joint }: Pick<Case, 'joint'>): SharingBatch {
  const kinds = kindsOf[moment];
  // A view that a service changed after all had answered is told of once more.
  const again = moment === 'JOINT_ANSWERED' && joint?.changes ? `C${joint.changes}` : '';
  if (moment.startsWith('JOINT_')) return joint ? { kinds, mark: `N${joint.n}${again}` } : { kinds: [] };
  // Before there were links, that service was sent a notice of this kind: this one is another.
  return moment === 'SHARED' ? { kinds, mark: 'LINK' } : { kinds };
}
