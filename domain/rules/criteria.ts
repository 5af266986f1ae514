/** The criteria of the rules on which people can rest a decision against a child, in the order of the rules. */
export const criterionCodes: readonly string[] = [
  'AGREEMENT',
  'AGE',
  'EVIDENCE',
  'DELAY',
  'OTHER_HELP',
  'AVAILABILITY',
  'AREA',
];
