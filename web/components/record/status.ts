import type { Status } from '#domain/case/codes.ts';
import type { LaterCode } from '#domain/values/stored.ts';

const words: Readonly<Record<Status, string>> = {
  RECEIVED: 'We have the referral and are checking it.',
  AWAITING_REFERRER: 'We have asked you for more information. Open the link in our last email to answer.',
  IN_TRIAGE: 'The triage team is reading it. We will tell you what they decide.',
  HELD_AS_DUPLICATE: 'On hold while we check whether we already know this child.',
  HELD_FOR_A_PERSON: 'On hold while someone in our team checks it.',
  ON_WAITING_LIST: 'The referral is accepted and the child is on the waiting list.',
  IN_SUPPORT: 'The family was offered support, or has it.',
  CLOSED: 'The child is no longer on a waiting list, or our support has ended.',
  NOT_ACCEPTED: 'We could not accept the referral as it was sent. Our email says why and what you can do.',
  REDIRECTED: 'Another service fits better than Portage.',
  DECLINED: 'The triage team did not accept the referral. Our email says how to ask about it.',
  OUT_OF_SCOPE: 'The child is over the age for this service. Our email says who can help.',
  WITHDRAWN: 'The referral was withdrawn.',
  PARKED: 'There is a problem on our side. We still have the referral and you do not need to do anything.',
};

const known: ReadonlyMap<string, string> = new Map(Object.entries(words));

/** Where a referral is, for its referrer. Speaks in general for a status of a later release. */
export function statusInWords(status: Status | LaterCode): string {
  return known.get(status) ?? 'We have the referral and are working on it.';
}
