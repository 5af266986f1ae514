import type { QuestionPage } from '../../engine/page-types.ts';

export const health: QuestionPage = {
  kind: 'questions',
  path: 'health',
  section: 'Health',
  title: 'Health and physical needs',
  fields: [
    {
      kind: 'long',
      path: 'diagnosis',
      called: 'the diagnosis',
      label: 'Diagnosis (optional)',
      hint: 'Leave blank if there is none',
    },
    {
      kind: 'yes-no',
      path: 'physicalDevelopmentSignificantlyAffected',
      called: 'physical development is significantly affected',
      label: 'Is physical development significantly affected?',
      hint: 'By a neurological disorder, a diagnosis or a delay',
    },
    {
      kind: 'number',
      path: 'child.gestationWeeks',
      called: 'the weeks of pregnancy at birth',
      label: 'Weeks of pregnancy at birth (optional)',
      unit: 'weeks',
      hint: 'Enter completed weeks. Leave blank if the child was born at term.',
      width: 4,
    },
    {
      kind: 'yes-no',
      path: 'section23Notification.made',
      called: 'the health service has told the council about the child',
      label: 'Has the health service told the council about the child? (optional)',
      hint: 'This is a section 23 notification under the Children and Families Act 2014. This referral does not make it. Your health body makes it to the council.',
    },
    {
      kind: 'date',
      path: 'section23Notification.on',
      called: 'the date they told the council',
      label: 'When did they tell the council? (optional)',
      when: { name: 'section23Notification.made', is: 'yes' },
    },
  ],
};
