import type { HandOverFault } from '#application/intake/hand-over-command.ts';
import type { CommandWords } from '../../components/command-words.ts';

/** What is said of each thing that keeps a colleague from being asked. */
export const handOverWords = {
  NAME_MISSING: 'Enter the name of your colleague',
  NAME_TOO_LONG: ({ limit }) => `Name must be ${limit} characters or fewer`,
  NAME_UNPRINTABLE: 'Enter the name again without characters that we cannot show',
  ROLE_MISSING: 'Enter the role of your colleague, for example health visitor',
  ROLE_TOO_LONG: ({ limit }) => `Role must be ${limit} characters or fewer`,
  ROLE_UNPRINTABLE: 'Enter the role again without characters that we cannot show',
  EMAIL_MISSING: 'Enter the work email address of your colleague',
  EMAIL_UNREADABLE: 'Enter one email address, for example name@example.org',
  EMAIL_IS_THEIRS: 'Enter the address of a colleague. This referral is with this address already',
  EMAIL_OF_A_PARENT: 'Enter the work address of a colleague. The referral gives this address for a parent or carer',
  EMAIL_REFUSED: 'Enter another email address. We cannot send an email to this one',
} as const satisfies CommandWords<HandOverFault>;
