import { aReferral, assessed, documents, FIRST_MEETING } from './a-referral.ts';
import { twiceReferred } from './accepted.ts';
import type { SampleReferral } from './sample.ts';

const at = FIRST_MEETING;

/** Referrals about which the triage team decides something else. */
export const otherDecisions: readonly SampleReferral[] = [
  {
    name: 'Twenty hours at nursery',
    body: aReferral(
      8,
      'NURSERY_SENDCO',
      { firstName: 'Clover', lastName: 'Dummyworth', dob: '2024-07-19', nhsNumber: '9990100098' },
      {
        locality: 'Yeovil',
        postcode: 'BA20 9ZZ',
        assessments: assessed({ hearing_and_language: 9, interactive_social: 10, self_care_social: 12 }),
        settingHoursPerWeek: 20,
        setting: { name: 'Fictional Nursery', hoursCover: 'TERM_TIME' },
      },
    ),
    documents: [documents.journal],
    acts: [
      { at: '2026-09-24T10:35', does: 'SEND' },
      {
        at,
        does: 'DECIDE',
        triager: 0,
        outcome: 'INVITE_GROUP',
        reason: 'Home visits would not fit round the nursery; the group is on a free day.',
      },
    ],
    ends: { status: 'ON_WAITING_LIST', outcome: 'INVITE_GROUP' },
  },
  {
    name: 'Movement affected by a diagnosis',
    body: aReferral(
      9,
      'PHYSIOTHERAPIST',
      { firstName: 'Linden', lastName: 'Exemplar', dob: '2024-09-10', nhsNumber: '9990100101' },
      {
        diagnosis: 'Cerebral palsy',
        physicalDevelopmentSignificantlyAffected: true,
        assessments: assessed({ passive_posture: 11, active_posture: 8, locomotor: 7 }),
        otherInterventions: [{ type: 'PHYSIOTHERAPY', hoursPerWeek: 1 }],
      },
    ),
    documents: [documents.growingSkills, documents.physiotherapy],
    acts: [
      { at: '2026-09-24T10:50', does: 'SEND' },
      {
        at,
        does: 'DECIDE',
        triager: 1,
        outcome: 'INVITE_LITTLE_TREASURES',
        reason: 'Movement is what the family wants help with first.',
      },
    ],
    ends: { status: 'ON_WAITING_LIST', outcome: 'INVITE_LITTLE_TREASURES' },
  },
  {
    name: 'Delay in one area only',
    body: aReferral(
      10,
      'GP',
      { firstName: 'Hazel', lastName: 'Pretendham', dob: '2024-09-10', nhsNumber: '9990100128' },
      { assessments: assessed({ speech_and_language: 9 }) },
    ),
    documents: [documents.questionnaire],
    acts: [
      { at: '2026-09-24T11:05', does: 'SEND' },
      {
        at,
        does: 'DECIDE',
        triager: 0,
        outcome: 'DECLINE',
        criterion: 'DELAY',
        reason: 'Only speech is delayed: speech and language therapy is the right help now.',
      },
    ],
    ends: { status: 'DECLINED', outcome: 'DECLINE' },
  },
  {
    name: 'The first child, referred again',
    body: aReferral(11, 'GP', twiceReferred, { assessments: assessed({ locomotor: 11, manipulative: 10 }) }),
    documents: [documents.letter],
    acts: [
      { at: '2026-09-24T11:20', does: 'SEND' },
      {
        at,
        does: 'DECIDE',
        triager: 1,
        outcome: 'CONFIRMED_DUPLICATE',
        reason: 'The same child: the health visitor referred first.',
      },
    ],
    ends: { status: 'NOT_ACCEPTED', outcome: 'POSSIBLE_DUPLICATE' },
  },
];
