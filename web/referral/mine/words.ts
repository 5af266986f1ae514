/** Words of the pages on which a referrer lists the referrals of a mailbox. */
export const mineWords = {
  title: 'See your referrals',
  what: 'We will email you a code. You can then see every referral that was sent from your email address or for your team.',
  label: 'Your work email address, or the one that your team shares',
  hint: 'The email address that is in the referral',
  button: 'Email me a code',
  known: (mailbox: string) =>
    `If you or your team sent us a referral from ${mailbox}, we have emailed a 6-digit code to it.`,
  works: (minutes: number) => `The code works once, for ${minutes} minutes.`,
  junk: 'If the code does not arrive in a few minutes, check your junk mail or ask for a new code.',
  wrongAddress: 'We email only an address that is in a referral. If your referral gives another one, use that.',
  back: 'Back to your email address',
} as const;

/** Words of the list itself. */
export const mineListWords = {
  title: 'Your referrals',
  of: (mailbox: string) => `These are the referrals for which we email ${mailbox}.`,
  askDate: 'We will ask for the child’s date of birth before we show a referral.',
  late: 'A referral that you sent a moment ago may take a few minutes to show here.',
  caption: 'Referrals',
  columns: { referral: 'Referral', status: 'Status', awaited: 'What we are waiting for' },
  received: (on: string) => `Received on ${on}`,
  ownReference: (own: string) => `Your own reference: ${own}`,
  open: 'Open',
  answer: 'Answer',
  filters: 'Which referrals to show',
  show: { ALL: 'All', OPEN: 'Open', ENDED: 'Closed' },
  none: {
    ALL: 'We have no referrals for this email address.',
    OPEN: 'You have no open referrals here.',
    ENDED: 'You have no closed referrals here.',
  },
  pages: 'Pages of your referrals',
  next: 'Next page',
  first: 'First page',
  callUs: 'Please call us about this referral.',
  notHere: 'If a referral is missing, open the link in our last email about it, or call us and give the reference.',
} as const;

/** Words of the step between the list and a referral. */
export const mineDateWords = { back: 'Back to your referrals' } as const;
