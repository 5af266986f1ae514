/** Words of the results by computer on the page of today, which staff mark as seen together. */
export const stopListWords = {
  title: 'Results by computer',
  lead: 'A computer closed these referrals by our published criteria. Open each one to read it, or select those that you have read here.',
  select: 'Which results have you seen?',
  open: 'Open',
  record: 'Record as seen',
  noneMarked: 'Select the results that you have seen',
  results: 'What we recorded',
  of: (reference: string, stop: string) => `Referral ${reference}: ${stop}`,
  done: (reference: string) => `Referral ${reference}. Recorded as seen.`,
  already: (reference: string) => `Referral ${reference}. Not recorded now: someone had already recorded it.`,
  gone: 'One of these is not in your list any more. We did not record it.',
} as const;
