const DAILY = 'We send at most one a day. If nothing arrives within a few minutes, contact us.';

/** What everyone reads who asks for a new link. */
export const newLinkWords = {
  title: 'Check your email',
  said: [
    'If your link led to a referral that you or your team sent, we have emailed a new link to the same address.',
    'If a colleague asked you to take over a referral, ask them to ask you again.',
    DAILY,
  ],
  ofDraft: [
    'If your link led to an unfinished referral that we still have, we have emailed a new link to the same address.',
    DAILY,
  ],
} as const;
