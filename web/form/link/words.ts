/** What the page behind the link of an unfinished referral says. */
export const linkWords = {
  title: 'Continue your referral',
  before: 'To open the referral you started, answer this question.',
  legend: 'What is the child’s date of birth?',
  wrong: 'This is not the date of birth in the referral',
  codeBefore:
    'To open the referral you started, you need a 6-digit code. We email it to the address that received the link.',
  codeButton: 'Email me a code',
} as const;
