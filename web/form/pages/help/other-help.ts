import { otherHelpNotes } from '../../engine/notes.ts';
import { options } from '../../engine/options.ts';
import type { ListPage } from '../../engine/page-types.ts';

const kinds = [
  'PHYSIOTHERAPY',
  'OCCUPATIONAL_THERAPY',
  'SPEECH_AND_LANGUAGE_THERAPY',
  'SENSORY_SUPPORT',
  'SPECIALIST_TEACHING',
  'ONE_TO_ONE_SUPPORT',
  'OTHER',
];

export const otherHelp: ListPage = {
  kind: 'list',
  path: 'other-help',
  section: 'Who else helps',
  title: 'Other targeted help',
  lead: ['Help that the child already has every week, such as physiotherapy. Leave the list empty when there is none.'],
  root: 'otherInterventions',
  most: 30,
  entry: 'therapy or other help',
  namedBy: 'type',
  fields: [
    { kind: 'select', path: 'type', label: 'What is it?', options: options(kinds, { OTHER: 'Something else' }) },
    { kind: 'number', path: 'hoursPerWeek', label: 'Hours a week', hint: 'In quarter hours, such as 1.5.', width: 4 },
  ],
  notes: otherHelpNotes,
};
