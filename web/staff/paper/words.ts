export const paperWords = {
  title: 'Enter a referral',
  lead: 'Use this page for a referral that came on paper, by email or by phone. Its date counts from the day on which it arrived.',
  go: 'Continue',
} as const;
