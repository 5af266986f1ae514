/** What everyone reads who asks for a new link of staff. */
export const newStaffLinkWords = {
  title: 'Check your email',
  said: [
    'If your link led to something that you still have to do, we have emailed a new link to the same address.',
    'We send at most one a day. We send none if the task is done, or is for someone else now.',
    'If nothing arrives within a few minutes, sign in to the staff area. The Today page shows what is still to do.',
  ],
} as const;
