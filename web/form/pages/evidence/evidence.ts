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
  section: 'Evidence',
  title: 'Documents about the child’s development',
  lead: ['We need at least one assessment, letter, care plan or report about the child’s development.'],
  empty: {
    title: 'What you can add',
    lines: [
      'The record of an assessment, such as SOGS, ASQ-3, Bayley, Griffiths or the Developmental Journal.',
      'A letter from a paediatrician, a care plan, a report by a therapist, a nursery or another professional.',
      'A photograph of a paper form, page by page.',
      'Files in PDF, JPEG, PNG or Word (DOCX), each at most 10 MB.',
      'A statement by a parent is welcome too, but is not enough on its own.',
    ],
  },
  root: 'evidence',
  most: 20,
  entry: 'document',
  namedBy: 'title',
  hasFiles: true,
  fields: [
    { kind: 'select', path: 'type', label: 'What is it?', options: options(evidenceTypeSchema.options, labels) },
    { kind: 'text', path: 'title', label: 'Title of the document', hint: 'As on the document.' },
    { kind: 'date', path: 'dated', label: 'Date of the document (optional)' },
    { kind: 'text', path: 'author', label: 'Who wrote it? (optional)', hint: 'Name or role.' },
  ],
  notes: evidenceNotes,
  isEnough: (known) => evidenceNotes(known).length === 0,
};
