import { postcode } from '#domain/referral/text.ts';
import { optionsAt } from '../../engine/options.ts';
import type { QuestionPage } from '../../engine/page-types.ts';

export const home: QuestionPage = {
  kind: 'questions',
  path: 'home',
  section: 'Family and home',
  title: 'The child’s home',
  fields: [
    {
      kind: 'text',
      path: 'postcode',
      label: 'Postcode of the home',
      width: 10,
      shownAs: (typed) => postcode().safeParse(typed).data ?? typed,
    },
    {
      kind: 'long',
      path: 'home.address',
      label: 'Home address (optional)',
      hint: 'The postcode is above. Without an address no home visit can be offered.',
    },
    { kind: 'text', path: 'home.livedThereSince', label: 'How long have they lived there? (optional)' },
    {
      kind: 'long',
      path: 'home.whoLivesThere',
      label: 'Who lives there with the child? (optional)',
      hint: 'Adults, and brothers and sisters with their ages.',
    },
    {
      kind: 'choice',
      path: 'locality',
      label: 'Which area is nearest to the home?',
      options: optionsAt('locality'),
    },
    {
      kind: 'long',
      path: 'homeSafetyNotes',
      label: 'What should visiting staff know to be safe? (optional)',
      hint: 'Never shown in letters.',
    },
  ],
};
