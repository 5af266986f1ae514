const DAILY = 'We send at most one a day. If nothing arrives within a few minutes, contact us.';

/** What everyone reads who asks for a new link. */
export const newLinkWords = {
  title: 'Check your email',
  said: ['If your link led to a referral, we have emailed a new link to the same address.', DAILY],
  ofDraft: [
    'If your link led to an unfinished referral that we still have, we have emailed a new link to the same address.',
    DAILY,
  ],
} as const;
