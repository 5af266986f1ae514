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
      label: 'Hours a week at a nursery or other setting',
      hint: 'To the nearest quarter hour, for example 12.5. Enter 0 if the child does not go to one.',
      width: 4,
    },
    { kind: 'text', path: 'setting.name', label: 'Name of the setting (optional)' },
    {
      kind: 'choice',
      path: 'setting.hoursCover',
      label: 'When do these hours apply? (optional)',
      options: optionsAt('setting.hoursCover'),
    },
  ],
  notes: settingNotes,
};
