export const areaWords = {
  today: 'Today',
  triage: 'Triage',
  records: 'Find a referral',
  decisions: 'Decisions',
  meetings: 'Meetings',
  letters: 'Letters to print',
  paper: 'Enter a referral',
  settings: 'Settings',
  navigation: 'Staff area',
  signedInAs: 'You are signed in as',
  signOut: 'Sign out',
  emailFormat: 'Enter an email address like name@example.org',
} as const;
