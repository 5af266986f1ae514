import { aReferral, assessed, documents, FIRST_MEETING, NEXT_MEETING } from './a-referral.ts';
import type { Act, SampleReferral } from './sample.ts';

const ends = { status: 'ON_WAITING_LIST', outcome: 'ACCEPT_INITIAL_ASSESSMENT' };
const accept = (at: string, triager: number, reason = ''): Act => {
  return { at, does: 'DECIDE', triager, outcome: 'ACCEPT_INITIAL_ASSESSMENT', reason };
};
const wide = { locomotor: 11, manipulative: 10, hearing_and_language: 8, interactive_social: 9, self_care_social: 12 };

/** The child of the first referral, who is referred again by someone else. */
export const twiceReferred = {
  firstName: 'Juniper',
  lastName: 'Exampleton',
  dob: '2024-09-10',
  nhsNumber: '9990100012',
};

/** Referrals that end on the list for an initial assessment in Taunton: every reason for an order is among them. */
export const accepted: readonly SampleReferral[] = [
  {
    name: 'Wide delay',
    body: aReferral(1, 'HEALTH_VISITOR', twiceReferred, { assessments: assessed(wide) }),
    documents: [documents.growingSkills],
    acts: [{ at: '2026-09-24T09:05', does: 'SEND' }, accept(FIRST_MEETING, 0)],
    ends,
  },
  {
    name: 'Delay in two areas',
    body: aReferral(
      2,
      'NURSERY_SENDCO',
      { firstName: 'Bramble', lastName: 'Sampleford', dob: '2024-09-02', nhsNumber: '9990100020' },
      { assessments: assessed({ hearing_and_language: 10, interactive_social: 11 }), settingHoursPerWeek: 12 },
    ),
    documents: [documents.journal],
    acts: [{ at: '2026-09-24T09:20', does: 'SEND' }, accept(FIRST_MEETING, 1)],
    ends,
  },
  {
    name: 'Delay in three areas, no email home',
    body: aReferral(
      3,
      'HEALTH_VISITOR',
      { firstName: 'Rowley', lastName: 'Mockridge', dob: '2024-08-21', nhsNumber: '9990100039' },
      {
        assessments: assessed({ hearing_and_language: 9, interactive_social: 10, manipulative: 12 }),
        family: { parents: [{ name: 'Parent 3 (fictional)', phone: '01632 960103', doNotContact: true }] },
      },
    ),
    documents: [documents.questionnaire],
    acts: [{ at: '2026-09-24T09:35', does: 'SEND' }, accept(FIRST_MEETING, 0)],
    ends,
  },
  {
    name: 'Letter without developmental ages',
    body: aReferral(
      4,
      'PAEDIATRICIAN',
      { firstName: 'Sorrel', lastName: 'Placeholder', dob: '2025-02-14', nhsNumber: '9990100047' },
      { assessments: [] },
    ),
    documents: [documents.letter],
    acts: [
      { at: '2026-09-24T09:50', does: 'SEND' },
      accept(
        FIRST_MEETING,
        1,
        'The letter describes a delay in several areas. The band is for the service manager to set.',
      ),
    ],
    ends,
  },
  {
    name: 'Question to the referrer',
    body: aReferral(
      5,
      'GP',
      { firstName: 'Tansy', lastName: 'Fictionby', dob: '2024-09-08', nhsNumber: '9990100055' },
      { assessments: assessed({ visual: 12, manipulative: 11 }) },
    ),
    documents: [documents.growingSkills],
    acts: [
      { at: '2026-09-24T10:05', does: 'SEND' },
      {
        at: FIRST_MEETING,
        does: 'DECIDE',
        triager: 0,
        outcome: 'REQUEST_INFORMATION',
        reason: 'Sight may explain the delay',
        risk: 'None known. The family sees the health visitor every month.',
        question: 'Has an eye specialist seen the child, and with what result?',
      },
      {
        at: '2026-09-25T10:00',
        does: 'ANSWER',
        text: 'Yes, in August. Glasses are worn now; the delay is still there.',
      },
      accept(NEXT_MEETING, 1),
    ],
    ends,
  },
  {
    name: 'Wide delay, left to the next meeting',
    body: aReferral(
      6,
      'HEALTH_VISITOR',
      { firstName: 'Alder', lastName: 'Testbourne', dob: '2024-09-05', nhsNumber: '9990100063' },
      { assessments: assessed(wide) },
    ),
    documents: [documents.growingSkills, documents.questionnaire],
    acts: [
      { at: '2026-09-24T10:20', does: 'SEND' },
      {
        at: FIRST_MEETING,
        does: 'DECIDE',
        triager: 1,
        outcome: 'DEFER_TO_MEETING',
        reason: 'The practitioner who knows the family is back next week.',
      },
      accept(NEXT_MEETING, 0),
    ],
    ends,
  },
  {
    name: 'Wide delay, sent four days later',
    body: aReferral(
      7,
      'HEALTH_VISITOR',
      { firstName: 'Fennel', lastName: 'Specimen', dob: '2024-08-30', nhsNumber: '9990100071' },
      { assessments: assessed(wide) },
    ),
    documents: [documents.growingSkills],
    acts: [{ at: '2026-09-28T09:30', does: 'SEND' }, accept(NEXT_MEETING, 1)],
    ends,
  },
];
