import type { ReasonFault } from '#application/reason-command.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** Words of the page on which the team is asked to check how people are reached. */
export const contactCheckWords = {
  title: (reference: string) => `Ask the team to check contact details: case ${reference}`,
  lead: 'You do not see contact details here. Someone in the triage team gets a task, looks at them and records new ones. The referral stays as it was sent.',
  reason: 'What makes you think that they are wrong?',
  hint: 'For example, two emails to the first parent came back. Do not name the child or the family.',
  button: 'Ask the team',
  done: 'The team has a task about it',
  same: 'The team has been asked already',
  back: (reference: string) => `Case ${reference}`,
  result: 'Result',
} as const;

export const contactCheckReasonWords: CommandWords<ReasonFault> = {
  REASON_MISSING: 'Enter what makes you think that they are wrong',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
};
