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
      label: 'What support does the child get from social care? (optional)',
      options: optionsAt('socialCare.status', { NONE: 'None that we know of' }),
    },
    { kind: 'text', path: 'socialCare.socialWorkerName', label: 'Social worker’s name (optional)' },
    {
      kind: 'text',
      path: 'socialCare.socialWorkerContact',
      label: 'Social worker’s email address or phone number (optional)',
    },
  ],
};
