/** What the page about an immediate risk says of the duty mailbox. Tests take the words from here. */
export const reachWords = {
  title: 'How our duty team can reach you',
  why: 'Call the emergency numbers first. This does not replace your call.',
  ask: 'If you enter your phone number, we will email it to our duty team once. They may not read it straight away.',
  label: 'Your phone number',
  button: 'Send my phone number',
  wrong: 'Enter a phone number with its area code',
  known: 'We email our duty team how to reach you. They may not read it straight away.',
  mistakeTitle: 'If you selected yes by mistake',
  mistake:
    'Go back and change your answer. We will email our duty team once that you did. Someone may still call you to make sure.',
} as const;
