import type { QuestionPage } from '../../engine/page-types.ts';

export const story: QuestionPage = {
  kind: 'questions',
  path: 'story',
  section: 'What you see',
  title: 'What you see',
  lead: ['Use plain words. Parents may read what you enter.'],
  fields: [
    { kind: 'long', path: 'story.worrying', label: 'What is worrying? (optional)' },
    { kind: 'long', path: 'story.workingWell', label: 'What is working well? (optional)' },
    { kind: 'long', path: 'story.needsToHappen', label: 'What needs to happen? (optional)' },
  ],
};
