import type { QuestionPage } from '../../engine/page-types.ts';

export const availability: QuestionPage = {
  kind: 'questions',
  path: 'availability',
  section: 'Family and home',
  title: 'Home visits',
  fields: [
    {
      kind: 'yes-no',
      path: 'availability.weeklyHomeVisits',
      called: 'the family can be at home for a visit every week',
      label: 'Can the family be at home for a visit every week?',
      hint: 'If not, the triage team may offer the Portage group',
    },
  ],
};
