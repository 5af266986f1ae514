import type { Field } from '../../engine/fields.ts';
import { agreementNotes } from '../../engine/notes.ts';
import { optionsAt } from '../../engine/options.ts';
import type { QuestionPage } from '../../engine/page-types.ts';
import { by, byOther, notice, on, whoAgreed } from './agreed.ts';

const asked: readonly Field[] = [
  { kind: 'yes-no', path: 'consent.parentAgreesToReferral', label: 'Do the parents agree to this referral?' },
  {
    kind: 'yes-no',
    path: 'consent.parentUnderstandsAims',
    label: 'Were the aims of Portage explained to them?',
    hint: 'Portage helps parents to help their child learn and play at home. Parents take part in every visit.',
  },
];
const how: Field = {
  kind: 'choice',
  path: 'agreement.how',
  label: 'How did they agree? (optional)',
  options: optionsAt('agreement.how'),
};

export const agreement: QuestionPage = {
  kind: 'questions',
  path: 'agreement',
  section: 'Agreement',
  title: 'The parents’ agreement',
  lead: ['We need the agreement of somebody with parental responsibility before you send us anything about the child.'],
  fields: [...asked, by, byOther, on, how, ...notice],
  fieldsFor: (answers) => [...asked, ...whoAgreed(answers), on, how, ...notice],
  notes: agreementNotes,
};
