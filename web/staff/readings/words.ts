/** Words of the page that says who opened a record. */
export const readingsWords = {
  link: 'Who opened this record',
  title: (reference: string) => `Who opened referral ${reference}`,
  caption: 'Readings, the newest first',
  when: 'When',
  who: 'Who',
  what: 'What',
  empty: 'No one has opened it.',
  record: 'The record',
  taskOpened: 'The task',
  evidence: (n: number) => `Document ${n}`,
  page: (n: string) => `, page ${n}`,
  assessment: 'Early Help Assessment',
  back: (reference: string) => `Back to referral ${reference}`,
  newer: 'Newer readings',
  older: 'Older readings',
  pages: 'Pages of readings',
} as const;
