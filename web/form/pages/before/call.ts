import type { QuestionPage } from '../../engine/page-types.ts';

/** Asked only of a child at risk: until the call is recorded nothing goes on. */
export const call: QuestionPage = {
  kind: 'questions',
  path: 'call',
  section: 'Before you start',
  title: 'The emergency call',
  lead: ['When you have called, write down here when it was and who called. Then the referral can go on.'],
  showsEmergency: true,
  fields: [
    {
      kind: 'moment',
      path: 'emergencyCallMadeAt',
      label: 'When was the emergency call made?',
      hint: 'The day, and the time as hours and minutes such as 14:05.',
    },
    {
      kind: 'text',
      path: 'emergencyCallMadeBy',
      label: 'Who made the emergency call?',
      hint: 'First and last name.',
    },
  ],
  applies: (answers) => answers.immediateRisk === 'yes',
};
