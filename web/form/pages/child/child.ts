import { childNotes } from '../../engine/notes.ts';
import type { QuestionPage } from '../../engine/page-types.ts';
import { ageStop } from '../../engine/stops.ts';

export const child: QuestionPage = {
  kind: 'questions',
  path: 'child',
  section: 'The child',
  title: 'The child',
  fields: [
    { kind: 'text', path: 'child.firstName', called: 'the first name', label: 'First name' },
    { kind: 'text', path: 'child.lastName', called: 'the last name', label: 'Last name' },
    { kind: 'date', path: 'child.dob', called: 'the date of birth', hint: 'For example, 27 3 2025' },
    {
      kind: 'text',
      path: 'child.nhsNumber',
      called: 'the NHS number',
      label: 'NHS number (optional)',
      hint: 'A 10-digit number, for example 999 000 7314',
      width: 20,
      inputmode: 'numeric',
    },
  ],
  notes: childNotes,
  stops: ageStop,
};
