export const digestLinkWords = {
  title: 'Your work today',
  whose: 'This page is for the person who received the link.',
  code: (minutes: number) =>
    `To continue, you need a 6-digit code. We email it to the address that received the link. It works for ${minutes} minutes.`,
  account: 'To continue, sign in with the account that you use at work.',
  toOpen: 'Sign in to see your work today',
  continue: 'Continue',
} as const;
