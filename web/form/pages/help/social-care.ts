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
      called: 'the support from social care',
      label: 'What support does the child get from social care? (optional)',
      options: optionsAt('socialCare.status', { NONE: 'None that we know of' }),
    },
    {
      kind: 'text',
      path: 'socialCare.socialWorkerName',
      called: 'the social worker’s name',
      label: 'Social worker’s name (optional)',
    },
    {
      kind: 'text',
      path: 'socialCare.socialWorkerContact',
      called: 'the social worker’s email address or phone number',
      label: 'Social worker’s email address or phone number (optional)',
    },
  ],
};
