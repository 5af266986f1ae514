/** Words of the pages for ages and scores in an answer. */
export const agesWords = {
  heading: 'Ages or scores by area (optional)',
  offer: 'If development has been assessed, you can give the age or score for each area.',
  noDocument: 'They do not take the place of a document.',
  add: 'Add ages or scores',
  change: 'Change ages or scores',
  remove: 'Remove ages or scores',
  toAreas: 'Continue',
  keep: 'Add to your answer',
  without: 'Continue without ages or scores',
  counts: 'Where an area is in the referral already, the triage team sees both. The newer one counts in our checks.',
  blank: 'Leave an area blank if it was not assessed. What the referral says about it stays as it is.',
  none: 'Enter the age or score for at least one area',
} as const;
