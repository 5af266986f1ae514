/** Words of the records that are read in the staff area. */
export const recordsWords = {
  title: 'Find a referral',
  find: 'Find',
  label: 'Reference',
  hint: 'For example, 7K3M9QPX2WA. You find it in every email about the referral.',
  wrong: 'Enter a reference with 11 letters and numbers',
  record: (reference: string) => `Referral ${reference}`,
  task: 'Task',
  others: 'Other referrals for this child',
  same: (reference: string) => `Referral ${reference}: it may be for the same child`,
  joined: (reference: string) => `Referral ${reference}: joined to this one`,
  lost: 'We cannot show this referral. Ask an operator to check it.',
} as const;
