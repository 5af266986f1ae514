/** Words of the groups and their registers. */
export const groupsWords = {
  title: 'Groups',
  lead: 'Open a session to record who came. The first session that a child comes to starts support.',
  noGroups: 'No group is set. A service manager or administrator adds groups under Visits and groups.',
  noSessions: 'This group has not met in the last 12 weeks.',
  notRecorded: 'Not recorded yet',
  partly: 'Partly recorded',
  noChildren: 'No child had a place',
  counts: (came: number, missed: number) => `${came} came, ${missed} did not`,
  register: (name: string, on: string) => `${name}, ${on}`,
  children: 'Children with a place',
  state: 'What is recorded',
  came: 'Came',
  missed: 'Did not come',
  nothing: 'Not recorded yet',
  question: 'Who did not come?',
  hint: 'Select no one if everyone came',
  save: 'Save register',
  saved: 'The register is saved.',
  startsSupport:
    'Saving records everyone else as present. For a child who comes for the first time, support starts on this day.',
  correct: 'You can save the register again to correct it. The day on which support started stays.',
  changed:
    'Someone has saved this register since you opened it. We did not save yours. Check what is recorded, then save again.',
  nameless: (reference: string) => `Referral ${reference}`,
  child: (name: string, reference: string) => `${name}, ${reference}`,
  back: 'Back to groups',
} as const;
