import { optionsAt } from '../../engine/options.ts';
import type { QuestionPage } from '../../engine/page-types.ts';

export const socialCare: QuestionPage = {
  kind: 'questions',
  path: 'social-care',
  section: 'Who else helps',
  title: 'Social care',
  fields: [
    {
      kind: 'choice',
      path: 'socialCare.status',
      label: 'What is social care doing for the child? (optional)',
      options: optionsAt('socialCare.status', { NONE: 'Nothing that we know of' }),
    },
    { kind: 'text', path: 'socialCare.socialWorkerName', label: 'Name of the social worker (optional)' },
    { kind: 'text', path: 'socialCare.socialWorkerContact', label: 'How to reach the social worker (optional)' },
  ],
};
