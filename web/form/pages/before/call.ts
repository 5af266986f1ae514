import type { QuestionPage } from '../../engine/page-types.ts';

/** Asked only for a child at risk, because the referral cannot be sent before the call is recorded. */
export const call: QuestionPage = {
  kind: 'questions',
  path: 'call',
  section: 'Before you start',
  title: 'Emergency call',
  lead: ['After you have called, enter when and who called. You can then continue the referral.'],
  showsEmergency: true,
  fields: [
    {
      kind: 'moment',
      path: 'emergencyCallMadeAt',
      called: 'when the emergency call was made',
      subject: 'the emergency call',
      label: 'When was the emergency call made?',
      hint: 'For example, 27 3 2026 at 14:05',
    },
    {
      kind: 'text',
      path: 'emergencyCallMadeBy',
      called: 'who made the emergency call',
      label: 'Who made the emergency call?',
      hint: 'First and last name',
    },
  ],
  applies: (answers) => answers.immediateRisk === 'yes',
};
