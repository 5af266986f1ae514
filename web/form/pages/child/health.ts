import type { QuestionPage } from '../../engine/page-types.ts';

export const health: QuestionPage = {
  kind: 'questions',
  path: 'health',
  section: 'Health',
  title: 'Health and physical needs',
  fields: [
    { kind: 'long', path: 'diagnosis', label: 'Diagnosis (optional)', hint: 'Leave it empty when there is none.' },
    {
      kind: 'yes-no',
      path: 'physicalDevelopmentSignificantlyAffected',
      label: 'Is physical development significantly affected?',
      hint: 'By a neurological disorder, a diagnosis or a delay.',
    },
    {
      kind: 'number',
      path: 'child.gestationWeeks',
      label: 'Weeks of pregnancy at birth (optional)',
      hint: 'Completed weeks. Leave it empty when the child was born at term.',
      width: 4,
    },
    {
      kind: 'yes-no',
      path: 'section23Notification.made',
      label: 'Has the health service notified the council of the child (section 23)? (optional)',
      hint: 'Under the Children and Families Act 2014.',
    },
    {
      kind: 'date',
      path: 'section23Notification.on',
      label: 'When? (optional)',
      when: { name: 'section23Notification.made', is: 'yes' },
    },
  ],
};
