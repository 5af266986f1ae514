import { optionsAt } from '../../engine/options.ts';
import type { QuestionPage } from '../../engine/page-types.ts';

export const more: QuestionPage = {
  kind: 'questions',
  path: 'child-more',
  section: 'The child',
  title: 'More about the child',
  lead: ['All of this may be left out if you do not know it.'],
  fields: [
    {
      kind: 'text',
      path: 'child.nhsNumber',
      hint: 'Ten digits, such as 999 000 7314.',
      width: 20,
      inputmode: 'numeric',
    },
    { kind: 'choice', path: 'child.sex', hint: 'As recorded at birth.', options: optionsAt('child.sex') },
    { kind: 'text', path: 'child.ethnicity', hint: 'In the words of the family.' },
    { kind: 'text', path: 'gpPractice.name' },
    { kind: 'long', path: 'gpPractice.address' },
  ],
};
