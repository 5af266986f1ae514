import { postcode } from '#domain/referral/text.ts';
import { optionsAt } from '../../engine/options.ts';
import type { QuestionPage } from '../../engine/page-types.ts';

export const home: QuestionPage = {
  kind: 'questions',
  path: 'home',
  section: 'Family and home',
  title: 'The child’s home and home visits',
  fields: [
    {
      kind: 'text',
      path: 'postcode',
      called: 'the home postcode',
      label: 'Home postcode',
      width: 10,
      shownAs: (typed) => postcode().safeParse(typed).data ?? typed,
    },
    {
      kind: 'long',
      path: 'home.address',
      called: 'the home address',
      label: 'Home address (optional)',
      hint: 'We cannot offer home visits without an address',
    },
    {
      kind: 'text',
      path: 'home.livedThereSince',
      called: 'how long they have lived there',
      label: 'How long have they lived there? (optional)',
    },
    {
      kind: 'long',
      path: 'home.whoLivesThere',
      called: 'who lives there with the child',
      label: 'Who lives there with the child? (optional)',
      hint: 'Adults, and brothers and sisters with their ages',
    },
    {
      kind: 'choice',
      path: 'locality',
      called: 'the area nearest to the home',
      label: 'Which area is nearest to the home?',
      options: optionsAt('locality'),
    },
    {
      kind: 'yes-no',
      path: 'availability.weeklyHomeVisits',
      called: 'the family can be at home for a visit every week',
      label: 'Can the family be at home for a visit every week?',
      hint: 'If not, the triage team may offer the Portage group',
    },
    {
      kind: 'long',
      path: 'homeSafetyNotes',
      called: 'the notes about visiting safely',
      label: 'What do our staff need to know to visit safely? (optional)',
      hint: 'We do not include this in letters',
    },
  ],
};
