import { NO_QUESTION } from '../../referral/answer/asked.ts';

/** How the form asks for what goes with a decision of triage. */
export const fieldWords = {
  service: 'If you redirect, which service?',
  serviceHint: 'If you select none, we ask the referrer to call us to hear which service.',
  sent: 'If the parents agree, we will email this service a link to the referral',
  notSent: 'We will not send the referral there, and we will tell the referrer so',
  other: 'Another service',
  serviceName: 'Name of another service',
  question: 'If you ask for more information, what do you need to know?',
  questionHint: `The referrer reads these words and answers them. If you leave this blank, they read: “${NO_QUESTION}”`,
  message: 'Message for the referrer and the family',
  messageHint:
    'The referrer reads it behind their link and can tell the family. If you leave this blank, they read our own words only.',
} as const;
