import { settingNotes } from '../../engine/notes.ts';
import { optionsAt } from '../../engine/options.ts';
import type { QuestionPage } from '../../engine/page-types.ts';

export const setting: QuestionPage = {
  kind: 'questions',
  path: 'setting',
  section: 'Who else helps',
  title: 'Nursery, childminder or pre-school',
  fields: [
    {
      kind: 'number',
      path: 'settingHoursPerWeek',
      called: 'the hours a week at a nursery or other setting',
      label: 'Hours a week at a nursery or other setting',
      unit: 'hours',
      hint: 'To the nearest quarter hour, for example 12.5. Enter 0 if the child does not go to one.',
      width: 4,
    },
    { kind: 'text', path: 'setting.name', called: 'the name of the setting', label: 'Name of the setting (optional)' },
    {
      kind: 'choice',
      path: 'setting.hoursCover',
      called: 'when these hours apply',
      label: 'When do these hours apply? (optional)',
      options: optionsAt('setting.hoursCover'),
    },
  ],
  notes: settingNotes,
};
