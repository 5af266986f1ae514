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
      label: 'Hours a week in an early-years setting',
      hint: 'In quarter hours, such as 12.5. Write 0 when the child attends none.',
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
