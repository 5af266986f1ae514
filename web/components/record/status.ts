import type { Status } from '#domain/case/codes.ts';
import type { LaterCode } from '#domain/values/stored.ts';

const words: Readonly<Record<Status, string>> = {
  RECEIVED: 'We have the referral and are checking it.',
  AWAITING_REFERRER:
    'We have asked you for something and are waiting for your answer. The question is behind the link in our last e-mail.',
  IN_TRIAGE: 'The triage team is looking at it. People decide, and you will be told.',
  HELD_AS_DUPLICATE:
    'It is held for a moment, because there may be another referral of the same child. A person is looking at it.',
  HELD_FOR_A_PERSON: 'It is held for a moment. A person looks at it before it goes on.',
  ON_WAITING_LIST: 'The referral is accepted and the child is on the waiting list.',
  NOT_ACCEPTED: 'The referral could not be accepted as it was sent. Our e-mail says why and what you can do.',
  REDIRECTED: 'Another service is the right one for this child. Our e-mail says which and what happens next.',
  DECLINED: 'The triage team declined the referral. Our e-mail says how to ask about it.',
  OUT_OF_SCOPE: 'The child is beyond the age that this service is for. Our e-mail says who can help.',
  WITHDRAWN: 'The referral was withdrawn.',
  PARKED: 'Something on our side needs a person to look at it. Nothing is lost, and you need not do anything.',
};

const known: ReadonlyMap<string, string> = new Map(Object.entries(words));

/** Where a referral is, in words for the person who sent it; in general words for a status of a later release. */
export function statusInWords(status: Status | LaterCode): string {
  return known.get(status) ?? 'We have the referral and are working on it.';
}
