/** Words of the form that is printed and filled in by hand. */
export const paperFormWords = {
  title: 'Referral form on paper',
  lead: [
    'Use this form only while you cannot use the online form. Print it with the print command of your browser.',
    'Write clearly. Leave blank what you do not know.',
    'Give it to our team by hand or by post, or read it to us by phone. Do not email it.',
  ],
  online: 'Refer a child online',
  risk: 'If a child is in immediate danger, call 999. Do not wait for this form.',
  came: 'For our team: received on',
  date: 'Day, month and year:',
  moment: 'Day, month, year and time:',
  each: (entry: string, n: number) => `${entry.charAt(0).toUpperCase()}${entry.slice(1)} ${n}`,
  more: (entries: string) => `Add more ${entries} on another sheet.`,
  confirm: 'What you confirm',
  sign: 'Signed',
  signedOn: 'Date',
} as const;
