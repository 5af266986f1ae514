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
  lead: [
    'Add help that the child already gets every week, such as physiotherapy. If there is none, select “Continue”.',
  ],
  root: 'otherInterventions',
  most: 30,
  entry: 'therapy or other help',
  entries: 'therapy or other help',
  namedBy: 'type',
  fields: [
    {
      kind: 'select',
      path: 'type',
      called: 'the type of help',
      label: 'Type of help',
      options: options(kinds, { OTHER: 'Something else' }),
    },
    {
      kind: 'number',
      path: 'hoursPerWeek',
      called: 'the hours a week',
      label: 'Hours a week',
      unit: 'hours',
      hint: 'To the nearest quarter hour, for example 1.5',
      width: 4,
    },
  ],
  notes: otherHelpNotes,
};
