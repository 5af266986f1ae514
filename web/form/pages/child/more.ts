import { optionsAt } from '../../engine/options.ts';
import type { QuestionPage } from '../../engine/page-types.ts';
import { ANYTHING_ELSE } from '../../engine/words.ts';

export const more: QuestionPage = {
  kind: 'questions',
  path: 'child-more',
  section: ANYTHING_ELSE,
  title: 'More about the child',
  lead: ['Leave a question blank if you do not know the answer.'],
  fields: [
    {
      kind: 'choice',
      path: 'child.sex',
      called: 'the sex recorded at birth',
      hint: 'As recorded at birth',
      options: optionsAt('child.sex'),
    },
    { kind: 'text', path: 'child.ethnicity', called: 'the ethnicity', hint: 'In the family’s own words' },
    { kind: 'text', path: 'gpPractice.name', called: 'the name of the GP practice' },
    { kind: 'long', path: 'gpPractice.address', called: 'the address of the GP practice' },
  ],
};
