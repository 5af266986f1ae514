/** Words about who has taken a task up. */
export const claimWords = {
  claim: 'Claim',
  release: 'Release',
  mine: 'You have claimed this task.',
  nobody: 'No one has claimed this task.',
  theirs: (whom: string, on: string) => `${whom} claimed this task on ${on}. You can still decide.`,
  first: (whom: string, on: string) => `${whom} claimed it first, on ${on}.`,
  closed: (reference: string) => `Nothing changed for referral ${reference}. Its task is decided, or asked of others.`,
} as const;
