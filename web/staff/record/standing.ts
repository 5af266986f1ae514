import type { Case } from '#domain/case/case.ts';
import { shownStatus } from '#domain/case/change.ts';
import { endedWithSupport } from '#domain/case/close-support.ts';
import type { Status } from '#domain/case/codes.ts';
import { hasDied } from '#domain/case/death.ts';
import { endedBefore } from '#domain/case/imported.ts';
import { isConfirmedDuplicate } from '#domain/case/joined.ts';

/** Where a referral is, for staff who read it beside another. */
export const standingWords = {
  RECEIVED: 'Open. We are checking it',
  AWAITING_REFERRER: 'Open. We are waiting for its referrer to answer',
  IN_TRIAGE: 'Open. The triage team is reading it',
  HELD_AS_DUPLICATE: 'Open. On hold as a possible duplicate',
  HELD_FOR_A_PERSON: 'Open. On hold until someone checks it',
  ON_WAITING_LIST: 'Open. The child is on the waiting list',
  IN_SUPPORT: 'Open. The family was offered support, or has it',
  PARKED: 'Open. On hold for an operator to check',
  NOT_ACCEPTED: 'Ended. It could not be accepted as it was sent',
  REDIRECTED: 'Ended. The family was redirected to another service',
  DECLINED: 'Ended. The triage team did not accept it',
  OUT_OF_SCOPE: 'Ended. The child was over the age for this service',
  WITHDRAWN: 'Ended. It was withdrawn',
  CLOSED: 'Ended. The child left the waiting list',
} as const satisfies Readonly<Record<Status, string>>;

/** The same where it is recorded that the child has died. */
export const STANDING_DIED = 'Ended. It says that the child has died';

const known: ReadonlyMap<string, string> = new Map(Object.entries(standingWords));

/** The same where it was found to be for a child who had one already. */
export const STANDING_JOINED = 'Ended. It was joined to an earlier referral of the child';

/** The same where a member of staff closed the support. */
export const STANDING_CLOSED = 'Ended. Our team closed the support of the child';

/** The same where support ended before the service began. */
export const STANDING_BEFORE = 'Ended. Support ended before we began with this service';

/** Whether the referral is open, and where it is. A status of a later release counts as open, as everywhere. */
export function standingInWords(theCase: Case): string {
  if (hasDied(theCase)) return STANDING_DIED;
  if (isConfirmedDuplicate(theCase)) return STANDING_JOINED;
  if (endedWithSupport(theCase)) return STANDING_CLOSED;
  if (endedBefore(theCase)) return STANDING_BEFORE;
  return known.get(shownStatus(theCase)) ?? 'Open. We are working on it';
}
