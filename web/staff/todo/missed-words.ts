import type { ReasonFault } from '#application/reason-command.ts';
import type { CommandWords } from '../../components/command-words.ts';

export const missedWords = {
  title: (reference: string) => `Look at what was missed: referral ${reference}`,
  flagged:
    'There is a social worker, a plan, a looked-after child or another safety flag. So someone looks at the first one.',
  twice: 'It is not the first one that was missed. So someone looks at each one now.',
  missed: 'What was missed',
  visit: (on: string, what: string) => `Home visit on ${on}: ${what}`,
  session: (on: string) => `Group session on ${on}: the child did not come`,
  seen: (on: string) => `Our team last saw the child on ${on}.`,
  notSeen: 'No one in our team has recorded that they saw the child since support was agreed.',
  lead: 'Look at it today. Check how we may contact the family, and speak with them or with their social worker.',
  found: 'What did you find, and what happens next?',
  foundHint: 'For example, who you spoke with. If you are worried, follow your safeguarding procedure first.',
  record: 'Record what you found',
  nothing: 'This no longer counts as missed. There is nothing to record.',
} as const;

export const missedFaultWords: CommandWords<ReasonFault> = {
  REASON_MISSING: 'Enter what you found, and what happens next',
  REASON_TOO_LONG: ({ limit }) => `What you found must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter what you found again without characters that we cannot show',
};
