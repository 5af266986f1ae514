import type { RestartedOne } from '#application/operations/restart-parked.ts';
import type { ReasonFault } from '#application/reason-command.ts';
import type { CommandWords } from '../components/command-words.ts';

/** Words with which something is put right. */
export const putRightWords = {
  restart: 'Restart from the record',
  restartAll: (n: number) => (n === 1 ? 'Restart this case' : `Restart these ${n} cases`),
  what: 'Each starts again where it stands. Decisions and answers that were recorded still count. The service starts the workflow within a minute.',
  because: (said: string, code: string) => `${said} (${code})`,
  reason: 'Why can it start again?',
  hint: 'For example, the release that caused it was put back. Do not name the child or the family.',
  only: 'Show only',
  everyWhy: 'All of them',
  results: 'What became of each',
  done: (n: number, of: number) => `${n} of ${of} restarted`,
  result: 'Result',
} as const;

/** Words with which emails are sent again. */
export const sendAgainWords = {
  sendAll: (n: number) => (n === 1 ? 'Send this email again' : `Send these ${n} emails again`),
  what: 'Each goes with the next minute to the address that we have now. A link in it is a new one.',
  reason: 'Why can they arrive now?',
  hint: 'For example, the mail server of the trust works again. Do not name the child or the family.',
  done: (n: number, of: number) => `${n} of ${of} will be sent again`,
  again: 'It will be sent again with the next minute',
  missing: 'Enter why they can arrive now',
} as const;

export const restartResults: Readonly<Record<RestartedOne['result'], string>> = {
  RESTARTED: 'Restarted',
  NOT_PARKED: 'It had not stopped, or someone was first',
  UNKNOWN: 'No case has this reference',
  FAILED: 'It could not be restarted. Try again',
};

/** What is wrong with a reason. */
export const reasonWords: CommandWords<ReasonFault> = {
  REASON_MISSING: 'Enter why it can start again',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
};
