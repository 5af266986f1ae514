import { waitAim } from '#domain/service/wait-aim.ts';

/** Words about sending a referral, which tests look for too. */
export const sendWords = {
  button: 'Send referral',
  before: 'Before you can send the referral',
  cannot: 'You cannot send this referral',
  sending:
    'We are sending this referral, so you cannot change it. If you did not see a confirmation, select “Send referral”. We will not send it twice.',
  redirected:
    'The child is over the age for Portage. We will share it with the Early Years Advisory Teacher service once you use the link in our email to confirm that the parents agree.',
  ruledOut: 'We have not sent the referral. Check the reasons on this page',
} as const;

/** Words of the confirmation. */
export const sentWords = {
  title: 'Referral sent',
  writeReference: 'Write the reference number on it.',
  thenTold: 'After that, we email that service a secure link to the referral.',
  reminder: (on: string) => `If they have not decided by ${on}, we will remind them.`,
  aim: waitAim,
} as const;

/** Words of what a referrer takes from the confirmation: a receipt for the family, and a copy to keep. */
export const paperWords = {
  receiptTitle: 'We have received a referral for your child',
  copyTitle: (reference: string) => `Copy of referral ${reference}`,
  hidden:
    'For safety, this file leaves out how to contact the family, where they are and what you wrote. We have everything that you sent.',
  receipt: 'Print a receipt for the family',
  copy: 'Save a copy of the answers',
} as const;

/** The row for a section without answers. */
export const THIS_SECTION = 'This section';
