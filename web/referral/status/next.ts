import type { Status } from '#domain/case/codes.ts';
import { waitAim } from '#domain/service/wait-aim.ts';
import type { LaterCode } from '#domain/values/stored.ts';

const anEmail = 'You get an e-mail with the outcome.';
const askUs = 'If you disagree, or something has changed, ask us: a person looks again.';

const steps: Readonly<Record<Status, readonly string[]>> = {
  RECEIVED: [
    'It is checked by computer against the published criteria. If something is missing, we tell you by e-mail.',
    'Then the triage team reads it. People decide.',
    anEmail,
  ],
  AWAITING_REFERRER: [
    'Once you have answered, the referral goes on by itself.',
    'If no answer comes, we remind you. After that it is judged as it is.',
  ],
  IN_TRIAGE: ['The team reads the referral and decides, in its regular meeting or before.', anEmail],
  HELD_AS_DUPLICATE: ['Somebody compares the two referrals. If they are not the same, this one goes on.', anEmail],
  HELD_FOR_A_PERSON: ['Somebody looks at it. Then it goes on.', anEmail],
  ON_WAITING_LIST: [
    'When it is the child’s turn, somebody from our team gets in touch with the family.',
    'Tell us of anything that changes meanwhile: address, safe ways of contact, hours in a nursery or other setting.',
  ],
  NOT_ACCEPTED: ['Our last e-mail says why, and what you can do.', askUs],
  REDIRECTED: [
    'Our last e-mail says which service fits better. Nothing is forwarded without the parents’ agreement.',
    askUs,
  ],
  DECLINED: ['Please tell the family: we have not written to them.', askUs],
  OUT_OF_SCOPE: ['Our last e-mail says who can help.', askUs],
  WITHDRAWN: [
    'Nobody here works on it any more. We have not written to the family about this: please tell them.',
    'You can refer the child again at any time.',
  ],
  PARKED: ['Somebody on our side puts it right, and the referral goes on from where it was.'],
};

const stepsOf: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(steps));

/** What happens next with a referral that stands like this, as short sentences. */
export function nextSteps(status: Status | LaterCode, waitMonths: number): readonly string[] {
  const known = stepsOf.get(status) ?? [askUs];
  if (status !== 'ON_WAITING_LIST') return known;
  return [...known, waitAim(waitMonths)];
}
