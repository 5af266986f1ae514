export const accountWords = {
  lead: 'Staff of this service sign in with the account that they use at work.',
  signIn: 'Sign in with your work account',
  toOpen: (reference: string) => `Sign in to open referral ${reference}`,
  signedIn: 'You are signed in',
  continue: 'Continue',
  again: 'Sign in again',
  other: 'Sign in with another account',
  signOutThere: 'Sign out of your work account',
  signedOutHere: 'You are signed out of this service',
  signedOut: 'You are signed out',
} as const;

/** What someone reads who could not sign in: a heading and what to do. */
export const refusals = {
  OLD: {
    title: 'You need to sign in again',
    sentences: [
      'This sign-in has been used, took longer than 10 minutes, or began in another browser.',
      'Nothing has gone wrong. Sign in again from here.',
    ],
  },
  CANCELLED: { title: 'You did not sign in', sentences: ['You can sign in whenever you are ready.'] },
  REFUSED: {
    title: 'We could not sign you in',
    sentences: [
      'What came back from the sign-in page of your work account did not pass our checks.',
      'Sign in again. If you see this page again, tell your IT team.',
    ],
  },
  UNREACHABLE: {
    title: 'Signing in does not work at the moment',
    sentences: [
      'We cannot reach the sign-in page of your work account. We have recorded the fault.',
      'Wait a few minutes and try again. If you still see this page, tell your IT team.',
    ],
  },
  NO_MAILBOX: {
    title: 'We cannot tell whose account this is',
    sentences: ['Your work account does not give us a confirmed email address. Your IT team can change that.'],
  },
  NO_GROUP: {
    title: 'Your work account cannot open this service',
    sentences: [
      'It is in none of the groups that may use this service. If you were signed in here before, we have ended that.',
      'If you need to come in, ask your IT team to add you to the right group.',
    ],
  },
  NOT_IN_TEAM: {
    title: 'You are not in the team of this service',
    sentences: [
      'Your work account is right, but its email address is not in our list of the team.',
      'Ask your service manager to add you.',
    ],
  },
} as const;
export type Refusal = keyof typeof refusals;
