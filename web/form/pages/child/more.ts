import { optionsAt } from '../../engine/options.ts';
import type { QuestionPage } from '../../engine/page-types.ts';

export const more: QuestionPage = {
  kind: 'questions',
  path: 'child-more',
  section: 'The child',
  title: 'More about the child',
  lead: ['Leave a question blank if you do not know the answer.'],
  fields: [
    {
      kind: 'text',
      path: 'child.nhsNumber',
      hint: 'A 10-digit number, for example 999 000 7314',
      width: 20,
      inputmode: 'numeric',
    },
    { kind: 'choice', path: 'child.sex', hint: 'As recorded at birth', options: optionsAt('child.sex') },
    { kind: 'text', path: 'child.ethnicity', hint: 'In the family’s own words' },
    { kind: 'text', path: 'gpPractice.name' },
    { kind: 'long', path: 'gpPractice.address' },
  ],
};
