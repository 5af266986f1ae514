import { aReferral, assessed, documents } from './a-referral.ts';
import type { SampleReferral } from './sample.ts';

const delayed = assessed({ hearing_and_language: 9, interactive_social: 10 });

/** Referrals that a published rule stops, and two that are refused before anything is stored. */
export const stopped: readonly SampleReferral[] = [
  {
    name: 'No evidence',
    body: aReferral(
      12,
      'HEALTH_VISITOR',
      { firstName: 'Teasel', lastName: 'Nonesuch', dob: '2024-06-11', nhsNumber: '9990100136' },
      { assessments: delayed },
    ),
    documents: [],
    acts: [{ at: '2026-09-24T11:30', does: 'SEND' }],
    ends: { status: 'NOT_ACCEPTED', outcome: 'NOT_ACCEPTED_NO_EVIDENCE' },
  },
  {
    name: 'Parents do not agree',
    body: aReferral(
      13,
      'NURSERY_SENDCO',
      { firstName: 'Yarrow', lastName: 'Inventon', dob: '2024-05-03', nhsNumber: '9990100144' },
      { assessments: delayed, consent: { parentAgreesToReferral: false, parentUnderstandsAims: true } },
    ),
    documents: [documents.journal],
    acts: [{ at: '2026-09-24T11:35', does: 'SEND' }],
    ends: { status: 'NOT_ACCEPTED', outcome: 'NOT_ACCEPTED_NO_CONSENT' },
  },
  {
    name: 'Three and a half years old',
    body: aReferral(
      14,
      'HEALTH_VISITOR',
      { firstName: 'Sedge', lastName: 'Makepiece', dob: '2023-03-20', nhsNumber: '9990100152' },
      { assessments: delayed, settingHoursPerWeek: 15, setting: { name: 'Fictional Pre-school' } },
    ),
    documents: [documents.growingSkills],
    acts: [
      { at: '2026-09-24T11:40', does: 'SEND' },
      { at: '2026-09-25T10:15', does: 'CONFIRM_FORWARDING' },
    ],
    ends: { status: 'REDIRECTED', outcome: 'REDIRECTED_EY_ADVISORY' },
  },
  {
    name: 'After Reception',
    body: aReferral(
      15,
      'GP',
      { firstName: 'Heath', lastName: 'Fablewood', dob: '2021-01-15', nhsNumber: '9990100160' },
      { assessments: delayed, settingHoursPerWeek: 30 },
    ),
    documents: [documents.letter],
    acts: [{ at: '2026-09-24T11:45', does: 'SEND' }],
    ends: { status: 'OUT_OF_SCOPE', outcome: 'OUT_OF_SCOPE' },
  },
  {
    name: 'Immediate risk declared',
    body: aReferral(
      16,
      'HEALTH_VISITOR',
      { firstName: 'Maple', lastName: 'Supposeley', dob: '2024-10-01', nhsNumber: '9990100179' },
      { assessments: [], immediateRisk: true },
    ),
    documents: [],
    acts: [{ at: '2026-09-24T11:50', does: 'SEND' }],
    ends: { refused: 'IMMEDIATE_RISK_DECLARED' },
  },
  {
    name: 'Not born yet',
    body: aReferral(
      17,
      'GP',
      { firstName: 'Baby', lastName: 'Imaginer', dob: '2026-12-01', unborn: true },
      { assessments: [] },
    ),
    documents: [documents.letter],
    acts: [{ at: '2026-09-24T11:55', does: 'SEND' }],
    ends: { refused: 'RETURNED_INVALID' },
  },
];
