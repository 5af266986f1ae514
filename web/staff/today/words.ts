export const todayWords = {
  title: 'Today',
  lead: 'What you are asked to do, the longest waiting first.',
  empty: 'No one is asking you to do anything now.',
} as const;
