import type { QuestionPage } from '../../engine/page-types.ts';

export const story: QuestionPage = {
  kind: 'questions',
  path: 'story',
  section: 'What you see',
  title: 'What you see',
  lead: ['Use plain words. Parents may read what you enter.'],
  fields: [
    {
      kind: 'long',
      path: 'story.worrying',
      called: 'the text about what is worrying',
      label: 'What is worrying? (optional)',
    },
    {
      kind: 'long',
      path: 'story.workingWell',
      called: 'the text about what is working well',
      label: 'What is working well? (optional)',
    },
    {
      kind: 'long',
      path: 'story.needsToHappen',
      called: 'the text about what needs to happen',
      label: 'What needs to happen? (optional)',
    },
  ],
};
