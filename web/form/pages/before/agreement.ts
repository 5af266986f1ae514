import type { Field } from '../../engine/fields.ts';
import { agreementNotes } from '../../engine/notes.ts';
import { optionsAt } from '../../engine/options.ts';
import type { QuestionPage } from '../../engine/page-types.ts';
import { agreementStop } from '../../engine/stops.ts';
import { by, byOther, notice, on, whoAgreed } from './agreed.ts';

const asked: readonly Field[] = [
  {
    kind: 'yes-no',
    path: 'consent.parentAgreesToReferral',
    called: 'the parents or carers agree to this referral',
    label: 'Do the parents or carers agree to this referral?',
  },
  {
    kind: 'yes-no',
    path: 'consent.parentUnderstandsAims',
    called: 'the aims of Portage were explained to them',
    label: 'Were the aims of Portage explained to them?',
    hint: 'Portage supports parents to help their child learn and play at home. Parents take part in every visit.',
  },
];
const how: Field = {
  kind: 'choice',
  path: 'agreement.how',
  called: 'how they agreed',
  label: 'How did they agree? (optional)',
  options: optionsAt('agreement.how'),
};

export const agreement: QuestionPage = {
  kind: 'questions',
  path: 'agreement',
  section: 'Agreement',
  title: 'The parents’ agreement',
  lead: ['Someone with parental responsibility must agree before you send this referral.'],
  fields: [...asked, by, byOther, on, how, ...notice],
  fieldsFor: (answers) => [...asked, ...whoAgreed(answers), on, how, ...notice],
  notes: agreementNotes,
  stops: agreementStop,
};
