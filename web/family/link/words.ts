/** What the page behind a family's link says before anything of the child is shown. */
export const linkWords = {
  title: (reference: string) => `Our message to you about ${reference}`,
  before: {
    OFFER: 'Before we show you our offer, we need to check that you know the child.',
    PAGE: 'Before we show you your page, we need to check that you know the child.',
  },
  legend: 'What is your child’s date of birth?',
  wrong: 'This is not the date of birth that we have',
  callUs: {
    OFFER: 'If you cannot get in, we can tell you about the offer and take your answer. Please call us',
    PAGE: 'If you cannot get in, we can tell you all that is on the page. Please call us',
  },
};
