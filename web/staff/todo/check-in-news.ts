/** What a family on a list is asked every three months. */
export const checkInNews: readonly string[] = [
  'Their child is on our waiting list, and another three months have gone by.',
  'They do not have to do anything. Their child keeps the place, if they answer or not.',
  'We would like to hear if their child needs more help now, or if their details or nursery hours are new.',
  'If they tell you something, record it under “Record what a family or a professional tells us” in your work.',
];
