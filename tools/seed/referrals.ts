import type { Status, TriageOutcome } from '#domain/case/codes.ts';
import { aReferral, assessed, documents } from '../demo/sample/a-referral.ts';
import type { FictionalReferral } from '../demo/sample/sample.ts';

/** What is done about a referral once it has arrived. */
export type SeedAct =
  | { does: 'DECIDE'; outcome: TriageOutcome; reason: string; question?: string; risk?: string; criterion?: string }
  | { does: 'WITHDRAW'; reason: string }
  | { does: 'STOP_WORKFLOW' };

/** A referral that ends in this state. `isScanLate`: the virus scan of its documents has no result yet. */
export type Seed = { status: Status; referral: FictionalReferral; act?: SeedAct; isScanLate?: true };

type Body = FictionalReferral['body'];

const child = (firstName: string, lastName: string, dob = '2024-09-10') => ({ firstName, lastName, dob });
const juno = { ...child('Juno', 'Sampleworth'), nhsNumber: '9990200009' };
const delayed = { assessments: assessed({ hearing_and_language: 9, interactive_social: 10, locomotor: 12 }) };

function referral(name: string, n: number, who: Body['child'], differs: Partial<Body> = {}): FictionalReferral {
  const body = aReferral(n, 'HEALTH_VISITOR', who, { ...delayed, ...differs });
  return { name, body, documents: [documents.growingSkills] };
}

/** What the API is sent, in this order: a duplicate comes after the referral that it repeats. */
export const seeds: readonly Seed[] = [
  { status: 'IN_TRIAGE', referral: referral('Waits for the triage team', 21, juno) },
  { status: 'HELD_AS_DUPLICATE', referral: referral('The same child, referred by someone else', 22, juno) },
  {
    status: 'AWAITING_REFERRER',
    referral: referral('The team asked the referrer a question', 23, child('Olive', 'Fictionwell')),
    act: {
      does: 'DECIDE',
      outcome: 'REQUEST_INFORMATION',
      reason: 'Hearing unclear',
      question: 'Has a hearing test been done?',
      risk: 'None known. The child is seen at the nursery each week.',
    },
  },
  {
    status: 'ON_WAITING_LIST',
    referral: referral('Accepted for an initial assessment', 24, child('Rowan', 'Testerly')),
    act: { does: 'DECIDE', outcome: 'ACCEPT_INITIAL_ASSESSMENT', reason: '' },
  },
  {
    status: 'DECLINED',
    referral: referral('Declined by the triage team', 25, child('Ivy', 'Pretendley')),
    act: {
      does: 'DECIDE',
      outcome: 'DECLINE',
      criterion: 'DELAY',
      reason: 'Speech and language therapy is the right help now.',
    },
  },
  {
    status: 'WITHDRAWN',
    referral: referral('Withdrawn by the referrer', 26, child('Basil', 'Inventham')),
    act: { does: 'WITHDRAW', reason: 'The family is moving to another county.' },
  },
  {
    status: 'NOT_ACCEPTED',
    referral: { ...referral('Sent without evidence', 27, child('Cicely', 'Nonsuch')), documents: [] },
  },
  {
    status: 'REDIRECTED',
    referral: referral('Over 3, so for the advisory teachers', 28, child('Fern', 'Makebelieve', '2023-03-20')),
  },
  {
    status: 'OUT_OF_SCOPE',
    referral: referral('Past Reception', 29, child('Laurel', 'Fableton', '2021-01-15')),
  },
  {
    status: 'PARKED',
    referral: referral('Its workflow was stopped', 30, child('Myrtle', 'Placeholder')),
    act: { does: 'STOP_WORKFLOW' },
    isScanLate: true,
  },
];

/** Sent last: it stays like this only while its scan is waited for. */
export const justReceived: Seed = {
  status: 'RECEIVED',
  referral: referral('Its document is being scanned, for 10 minutes', 31, child('Saffron', 'Specimen')),
  isScanLate: true,
};
