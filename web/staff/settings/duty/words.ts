import type { dutyFaults } from '#application/access/duty-command.ts';
import type { CommandWords } from '../../../components/command-words.ts';

export const dutyWords = {
  lead: 'We email a new referral to who is on duty and to a deputy. Everyone else finds it in their work.',
  today: 'Today',
  weekly: 'On days of the week',
  day: 'Which days?',
  everyDay: 'Every day that has no one of its own',
  onDuty: 'Who is on duty?',
  deputy: 'Who is the deputy?',
  save: 'Save who is on duty',
  ranges: 'Between two dates',
  rangesLead: 'Who is on duty between two dates comes before the days of the week.',
  noDates: 'No dates are set.',
  add: 'Add dates',
  first: 'First day',
  last: 'Last day',
  dateHint: 'For example, 27 9 2026',
  addButton: 'Add dates of duty',
  remove: 'Remove',
  endNow: 'End it from today',
  past: 'Past dates',
  overlaps: (whose: string, days: string) => `Enter other days. ${whose} is already on duty (${days})`,
} as const;

export const dutyFaultWords: CommandWords<keyof typeof dutyFaults> = {
  ON_DUTY_MISSING: 'Select who is on duty',
  DUTY_DEPUTY_MISSING: 'Select the deputy',
  DUTY_DATE_UNREAL: 'Enter a real date, for example 27 9 2026',
  DUTY_REVERSED: 'The last day must be the first day or later',
};
