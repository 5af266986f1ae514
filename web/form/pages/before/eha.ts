import { formatField, placed } from '../../engine/codec.ts';
import type { Field } from '../../engine/fields.ts';
import { formatFiles, parseFiles } from '../../engine/files-codec.ts';
import type { PageCodec, QuestionPage } from '../../engine/page-types.ts';

const ROOT = 'earlyHelpAssessment';
const when = { name: `${ROOT}.attached`, is: 'yes' } as const;

const completedOn: Field = {
  kind: 'date',
  path: `${ROOT}.completedOn`,
  label: 'When was it completed? (optional)',
  hint: 'Only if there is one. For example, 27 3 2026',
  when,
};

/** The referral holds the document with its date, or nothing of it while there is no file. */
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
    'If an Early Help Assessment (EHA) of the child has been completed, you can add it. Then we ask you only what it does not tell us.',
    'It is not evidence of delay in development. An assessment, letter, care plan or report is needed as well.',
  ],
  fields: [
    {
      kind: 'yes-no',
      path: when.name,
      label: 'Is there a completed Early Help Assessment? (optional)',
      hint: 'If there is, you add its file on the next page, as a PDF or Word (DOCX) document.',
    },
    completedOn,
  ],
  codec,
};

/** The pages that tell what the assessment tells too. None of them is needed to work anything out, or to write to anybody. */
const told = ['professionals', 'social-care', 'story', 'views'];

/** True for a page that need not be filled in, because the assessment that is added says it. */
export function isToldInEha(path: string, answers: Readonly<Record<string, string>>): boolean {
  return told.includes(path) && answers[when.name] === when.is;
}
