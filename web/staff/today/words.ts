export const todayWords = {
  title: 'Today',
  link: 'Everything you are asked to do',
  lead: 'You can open each of these without another code.',
  leadWithAccount: 'You can open each of these without signing in again.',
  empty: 'No one is asking you to do anything now.',
  overdue: 'Overdue',
  due: (on: string) => `Due on ${on}`,
  readUntil: (on: string) => `You can read it until ${on}`,
  writeUp: (reference: string) => `Write up the decision on referral ${reference}`,
  checkAgain: 'Record that someone asks us to check a closed referral again',
  reopened: 'Reopened',
  since: (on: string) => `Waiting since ${on}`,
} as const;
