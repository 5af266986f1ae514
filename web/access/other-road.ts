/** What the page of a link offers to whoever cannot enter the date of birth. */
export const otherRoadWords = {
  heading: 'If you cannot enter the date',
  mayBeWrong:
    'The date of birth in the referral may be wrong. You can enter a 6-digit code instead. We email it to the address that received the link.',
  button: 'Email me a code instead',
} as const;
