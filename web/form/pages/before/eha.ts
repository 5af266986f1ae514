import { formatField, placed } from '../../engine/codec.ts';
import type { Field } from '../../engine/fields.ts';
import { formatFiles, parseFiles } from '../../engine/files-codec.ts';
import type { PageCodec, QuestionPage } from '../../engine/page-types.ts';

const ROOT = 'earlyHelpAssessment';
const when = { name: `${ROOT}.attached`, is: 'yes' } as const;

const completedOn: Field = {
  kind: 'date',
  path: `${ROOT}.completedOn`,
  called: 'the date it was completed',
  label: 'When was it completed? (optional)',
  hint: 'If there is one. For example, 27 3 2026',
  when,
};

/** Puts the document and its date in the referral, or neither while there is no file. */
const codec: PageCodec = {
  parse: (answers) => {
    const files = answers[when.name] === when.is ? parseFiles(ROOT, answers) : [];
    return files.length === 0 ? [] : [placed(completedOn, answers), ...files];
  },
  format: (body) => {
    const files = formatFiles(ROOT, body);
    return Object.keys(files).length === 0 ? {} : { [when.name]: when.is, ...files, ...formatField(completedOn, body) };
  },
};

export const eha: QuestionPage = {
  kind: 'questions',
  path: 'eha',
  section: 'You and your organisation',
  title: 'Early Help Assessment',
  lead: [
    'If the child has a completed Early Help Assessment (EHA), you can add it. You can then leave out the pages that it covers.',
    'It does not show a delay in development. You still need to add an assessment, letter, care plan or report.',
  ],
  fields: [
    {
      kind: 'yes-no',
      path: when.name,
      called: 'there is a completed Early Help Assessment',
      label: 'Is there a completed Early Help Assessment? (optional)',
      hint: 'You will add the file on the next page, as a PDF, a Word (DOCX) document or photos',
    },
    completedOn,
  ],
  codec,
};

/** Pages that the assessment covers. No rule and no letter needs their answers, unlike those about social care. */
const covered = ['professionals', 'story', 'views'];

/** True for a page that can be left out, because an attached assessment covers it. */
export function isToldInEha(path: string, answers: Readonly<Record<string, string>>): boolean {
  return covered.includes(path) && answers[when.name] === when.is;
}
