import type { CapacityFault } from '#application/lists/capacity-command.ts';
import type { CapacityRefusal } from '#domain/lists/change-capacity.ts';
import type { CommandWords } from '../../../components/command-words.ts';

export const capacityWords = {
  title: 'Visits and groups',
  lead: 'Offers are made from what is set here. A change counts for offers that are made after you save it.',
  visits: 'Home visits',
  groups: 'Groups',
  dates: 'Terms and closed days',
  noVisits: 'No one visits in this area yet.',
  noGroups: 'There are no groups yet.',
  noTerms: 'No terms are set. Visits and groups take place all year.',
  noClosed: 'No closed days are set.',
  termsEnd: (on: string) => `The last term that is set ends on ${on}. No visit or group is offered after it.`,
  noPractitioners: 'No one has the role practitioner. The service manager gives it under Team settings.',
  addPractitioner: 'Add a practitioner to an area',
  person: 'Who visits?',
  locality: 'In which area?',
  add: 'Add to the area',
  change: 'Change',
  removePractitioner: 'Remove from this area',
  slots: 'Weekly visits',
  noSlots: 'No weekly visits yet.',
  addSlots: 'Add weekly visits',
  day: 'On which day of the week?',
  times: 'At what times?',
  timesHint: 'You can enter more than one. For example, 9:30am, 11am, 1:30pm',
  from: 'First day',
  until: 'Last day',
  untilNone: 'Last day (optional)',
  dateHint: 'For example, 27 9 2026',
  saveSlots: 'Add visits',
  endSlot: 'End a weekly visit',
  whichSlot: 'Which visit ends?',
  saveEnd: 'Save the last day',
  leave: 'Leave',
  leaveHint: 'On these days no visit is offered. Leave is part of the record of the team.',
  addLeave: 'Add leave',
  noLeave: 'No leave is known.',
  remove: 'Delete',
  group: 'What is it?',
  name: 'Name of the group',
  venue: 'Name of the place, and its address',
  access: 'How do people get in?',
  accessHint: 'For example, parking, steps, a ramp or a lift',
  places: 'How many children have a place?',
  placesHint: 'If you enter fewer than before, children who have a place keep it',
  at: 'Begins at',
  ends: 'Ends at',
  addGroup: 'Add a group',
  saveGroup: 'Save group',
  terms: 'Terms',
  termsLead: 'Once a term is set, visits and groups take place in terms only.',
  addTerm: 'Add a term',
  termName: 'Name of the term',
  saveTerm: 'Add term',
  closed: 'Closed days',
  closedLead: 'Bank holidays and weekends are known. Add other days on which no visit and no group takes place.',
  addClosed: 'Add a closed day',
  closedOn: 'Date',
  why: 'Why is the service closed?',
  saveClosed: 'Add closed day',
  loneWorking: 'Lone working',
  loneWorkingLead:
    'Practitioners see this number beside their visits. This service does not watch who is out on a visit.',
  phone: 'Phone number of the lone-working service of the council',
  phoneHint: 'You can say when it is answered, for example 01632 960 001, at any hour',
  savePhone: 'Save phone number',
  history: 'What has been changed',
  nothingYet: 'Nothing has been set yet.',
  back: 'Back to visits and groups',
  nextDates: (dates: string) => `Next dates: ${dates}`,
  noDates: 'No date of this group is in a term within the next 4 months',
  saved: 'What is set now',
  placesSaid: (places: number) => (places === 1 ? '1 place' : `${places} places`),
  inArea: (name: string, locality: string) => `${name} in ${locality}`,
} as const;

/** What each group is called. */
export const groupChoices = [
  { value: 'PORTAGE_GROUP', label: 'Portage group' },
  { value: 'LITTLE_TREASURES', label: 'Little Treasures' },
] as const;

export const capacityFaultWords: CommandWords<CapacityFault> = {
  PERSON_MISSING: 'Select who visits',
  LOCALITY_UNKNOWN: 'Select an area',
  DAY_UNKNOWN: 'Select a day of the week',
  TIME_UNREADABLE: 'Enter a time, for example 9:30am',
  ENDS_UNREADABLE: 'Enter when the group ends, for example 11am',
  ENDS_FIRST: 'The group must end after it begins',
  FROM_UNREAL: 'Enter a real date, for example 27 9 2026',
  UNTIL_UNREAL: 'Enter a real last day, for example 27 9 2026',
  UNTIL_FIRST: 'The last day must be the first day or later',
  PATHWAY_UNKNOWN: 'Select what the group is',
  NAME_MISSING: 'Enter a name',
  NAME_TOO_LONG: ({ limit }) => `The name must be ${limit} characters or fewer`,
  NAME_UNPRINTABLE: 'Enter the name again without characters that we cannot show',
  VENUE_MISSING: 'Enter the name and address of the place',
  VENUE_TOO_LONG: ({ limit }) => `The name and address of the place must be ${limit} characters or fewer`,
  VENUE_UNPRINTABLE: 'Enter the place again without characters that we cannot show',
  ACCESS_MISSING: 'Enter how people get in',
  ACCESS_TOO_LONG: ({ limit }) => `How people get in must be ${limit} characters or fewer`,
  ACCESS_UNPRINTABLE: 'Enter how people get in again without characters that we cannot show',
  PLACES_UNREADABLE: 'Enter a number of places from 1 to 40',
  PHONE_MISSING: 'Enter the phone number of the lone-working service',
  PHONE_TOO_LONG: ({ limit }) => `The phone number must be ${limit} characters or fewer`,
  PHONE_UNPRINTABLE: 'Enter the phone number again without characters that we cannot show',
  WHY_MISSING: 'Enter why the service is closed',
  WHY_TOO_LONG: ({ limit }) => `The reason must be ${limit} characters or fewer`,
  WHY_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
};

/** Said above a form that someone has overtaken. */
export const capacityChanged =
  'Visits and groups have been changed since you opened this page. We did not save your change.';

/** Why a change is not made, at the answer that it is about. */
export const capacityRefusalWords: Readonly<
  Record<CapacityRefusal['refused'], { readonly path: string; readonly message: string }>
> = {
  PRACTITIONER_KNOWN: { path: 'person', message: 'This person already visits in this area' },
  UNKNOWN_PRACTITIONER: { path: 'person', message: 'This person no longer visits in this area' },
  HAS_SLOTS: { path: 'slot', message: 'Their weekly visits are kept. Enter a last day for each of them' },
  SLOT_CLASHES: { path: 'at', message: 'They already have a visit on this day at this time' },
  UNKNOWN_SLOT: { path: 'slot', message: 'Select which visit ends' },
  UNKNOWN_GROUP: { path: 'name', message: 'This group is no longer there' },
  TERM_OVERLAPS: { path: 'from-day', message: 'Another term has one of these days' },
  UNKNOWN_TERM: { path: 'from-day', message: 'This term is no longer set' },
  DAY_KNOWN: { path: 'closed-day', message: 'This day is already closed' },
  UNKNOWN_DAY: { path: 'closed-day', message: 'This day is no longer closed' },
  CHANGED: { path: 'change', message: capacityChanged },
};

const changes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    PRACTITIONER_ADDED: 'now visits in',
    PRACTITIONER_REMOVED: 'no longer visits in',
    SLOTS_ADDED: 'now visits',
    SLOT_ENDED: 'has a last day for a weekly visit:',
    GROUP_ADDED: 'A group was added:',
    GROUP_CHANGED: 'A group was changed to:',
    TERM_ADDED: 'A term was added:',
    TERM_REMOVED: 'A term was deleted:',
    CLOSED_DAY_ADDED: 'A closed day was added:',
    CLOSED_DAY_REMOVED: 'A closed day was deleted:',
    LONE_WORKING_CHANGED: 'The lone-working number was changed:',
  }),
);

/** What a change was, between whom it is about and what was set. */
export function capacityChangeInWords(what: string): string {
  return changes.get(what) ?? 'was changed in a way that this page cannot show yet';
}
