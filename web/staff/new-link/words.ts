/** What everyone reads who asks for a new link of staff. */
export const newStaffLinkWords = {
  title: 'Check your email',
  said: [
    'If your link led to something that you still have to do, we have emailed a new link to the same address.',
    'We send at most one a day. If nothing arrives within a few minutes, there is nothing left to do for this link.',
  ],
} as const;
