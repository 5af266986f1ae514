import type { QuestionPage } from '../../engine/page-types.ts';

export const views: QuestionPage = {
  kind: 'questions',
  path: 'views',
  section: 'What you see',
  title: 'What the family says',
  fields: [
    {
      kind: 'long',
      path: 'views.child',
      called: 'the child’s view',
      label: 'The child’s view (optional)',
      hint: 'What they show or say they enjoy, or what upsets them',
    },
    {
      kind: 'long',
      path: 'views.parents',
      called: 'the parents’ view',
      label: 'The parents’ view (optional)',
      hint: 'In their own words',
    },
  ],
};
