import type { townFaults } from '#application/access/town-command.ts';
import type { CommandWords } from '../../../components/command-words.ts';

export const townWords = {
  lead: 'Letters that accept a child say when and where Stay and Play is. For a town without a day, they tell families to ask us.',
  pages:
    'The change counts for letters that we send after you save. The page about what each service offers says it within a minute.',
  notSet: 'Letters and our pages do not say the day or the place.',
  change: 'Change',
  remove: 'Remove',
  town: 'Which town?',
  day: 'On which day of the week?',
  from: 'Begins at',
  until: 'Ends at',
  timeHint: 'For example, 9:30am',
  venue: 'Name of the place, and its address',
  save: 'Save day and place',
} as const;

export const townFaultWords: CommandWords<keyof typeof townFaults> = {
  TOWN_UNKNOWN: 'Select a town',
  WEEKDAY_UNKNOWN: 'Select a day of the week',
  BEGINS_UNREADABLE: 'Enter when Stay and Play begins, for example 9:30am',
  ENDS_UNREADABLE: 'Enter when Stay and Play ends, for example 11am',
  ENDS_FIRST: 'Stay and Play must end after it begins',
  VENUE_MISSING: 'Enter the name and address of the place',
  VENUE_TOO_LONG: ({ limit }) => `The name and address of the place must be ${limit} characters or fewer`,
  VENUE_UNPRINTABLE: 'Enter the place again without characters that we cannot show',
};
