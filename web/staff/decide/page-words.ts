/** Words about the page that was kept as it was sent. */
export const pageWords = {
  title: (reference: string) => `What was seen: referral ${reference}`,
  link: 'See the page as it was sent',
  noDecision: 'No decision stands on this task.',
  notKept: 'We did not keep the page that was seen before this decision.',
} as const;
