/** What an operator reads whose time with a record is over. */
export const overWords = {
  title: 'You can no longer read this record',
  said: (until: string) =>
    `You opened it, and your time to read it ended on ${until}. Nothing of it is shown any more.`,
  again: 'Open it again, with a reason',
} as const;
