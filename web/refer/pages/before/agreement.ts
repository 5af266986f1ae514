import { agreementNotes } from '../../notes.ts';
import { optionsAt } from '../../options.ts';
import type { QuestionPage } from '../../page-types.ts';

export const agreement: QuestionPage = {
  kind: 'questions',
  path: 'agreement',
  section: 'Agreement',
  title: 'The parents’ agreement',
  lead: ['We need the agreement of somebody with parental responsibility before you send us anything about the child.'],
  fields: [
    { kind: 'yes-no', path: 'consent.parentAgreesToReferral', label: 'Do the parents agree to this referral?' },
    {
      kind: 'yes-no',
      path: 'consent.parentUnderstandsAims',
      label: 'Were the aims of Portage explained to them?',
      hint: 'Portage helps parents to help their child learn and play at home. Parents take part in every visit.',
    },
    { kind: 'text', path: 'agreement.by', label: 'Who agreed? (optional)', hint: 'First and last name.' },
    { kind: 'date', path: 'agreement.on', label: 'When did they agree? (optional)' },
    {
      kind: 'choice',
      path: 'agreement.how',
      label: 'How did they agree? (optional)',
      options: optionsAt('agreement.how'),
    },
    {
      kind: 'date',
      path: 'agreement.privacyNoticeGivenOn',
      label: 'When were they given the privacy notice? (optional)',
    },
  ],
  notes: agreementNotes,
};
