import { evidenceNames } from '#domain/notices/words.ts';
import { evidenceTypeSchema } from '#domain/referral/codes.ts';
import { evidenceNotes } from '../../engine/notes.ts';
import { options } from '../../engine/options.ts';
import type { ListPage } from '../../engine/page-types.ts';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const labels = Object.fromEntries(Object.entries(evidenceNames).map(([code, name]) => [code, capital(name)]));

export const evidence: ListPage = {
  kind: 'list',
  path: 'evidence',
  section: 'Documents',
  title: 'Documents about the child’s development',
  lead: [
    'We need at least one assessment, letter, care plan or report about the child’s development.',
    'Files must be PDF, JPEG, PNG or Word (DOCX), and smaller than 10MB.',
  ],
  empty: {
    title: 'What you can add',
    lines: [
      'an assessment record, such as SOGS, ASQ-3, Bayley, Griffiths or the Developmental Journal',
      'a letter from a paediatrician',
      'a care plan',
      'a report by a therapist, a nursery or another professional',
      'photos of a paper form, one page at a time',
      'a statement by a parent, but this is not enough on its own',
    ],
  },
  root: 'evidence',
  most: 20,
  entry: 'document',
  entries: 'documents',
  namedBy: 'title',
  hasFiles: true,
  needsEntry: true,
  fields: [
    {
      kind: 'select',
      path: 'type',
      called: 'the type of document',
      label: 'Type of document',
      options: options(evidenceTypeSchema.options, labels),
    },
    {
      kind: 'text',
      path: 'title',
      called: 'the title of the document',
      label: 'Title of the document',
      hint: 'As it is on the document',
    },
    { kind: 'date', path: 'dated', called: 'the date of the document', label: 'Date of the document (optional)' },
    { kind: 'text', path: 'author', called: 'who wrote it', label: 'Who wrote it? (optional)', hint: 'Name or role' },
  ],
  notes: evidenceNotes,
  isEnough: (known) => evidenceNotes(known).length === 0,
};
