export const signInWords = {
  title: 'Sign in to the staff area',
  codeTitle: 'Enter your code',
  mailbox: 'Your work email address',
  ask: 'Email me a code',
  enter: 'Sign in',
  signedOut: 'You are signed out',
} as const;
