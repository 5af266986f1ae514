import { optionsAt } from '../../engine/options.ts';
import type { QuestionPage } from '../../engine/page-types.ts';
import { ANYTHING_ELSE } from '../../engine/words.ts';

export const language: QuestionPage = {
  kind: 'questions',
  path: 'language',
  section: ANYTHING_ELSE,
  title: 'Language and letters',
  fields: [
    {
      kind: 'text',
      path: 'communication.preferredLanguage',
      called: 'the preferred language',
      label: 'Preferred language (optional)',
    },
    {
      kind: 'yes-no',
      path: 'communication.interpreterNeeded',
      called: 'they need an interpreter',
      label: 'Do they need an interpreter? (optional)',
    },
    {
      kind: 'choice',
      path: 'communication.format',
      called: 'the format they need for letters',
      label: 'What format do they need for letters? (optional)',
      options: optionsAt('communication.format', { STANDARD: 'Standard print', AUDIO: 'Audio recording' }),
    },
  ],
};
