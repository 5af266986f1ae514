export const areaWords = {
  today: 'Today',
  settings: 'Settings',
  navigation: 'Staff area',
  signedInAs: 'You are signed in as',
  signOut: 'Sign out',
} as const;
