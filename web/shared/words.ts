import type { ServiceConfig } from '#domain/service/config.ts';
import { callForLink } from '../access/shared-link.ts';

/** Words of the pages of another service that tests look for. */
export const sharedWords = {
  before: 'Before you contact the family',
  agreed: 'The referrer has confirmed that the parents or carers agree to share it with your service.',
  hidden:
    'There is a safety concern in this family. So we do not show how to contact them, where they are, the documents or what was written about them. Call us before you do anything. We will tell you what is safe.',
  noEmail: 'Our team recorded that no one must email the family.',
  howTo: 'Read under “Family” below how you can contact them safely.',
  corrected: (on: string) => `Our team corrected the date of birth since the referral was sent. It is ${on}.`,
  readOnly: 'You can read it here, but you cannot change it. We record each time that someone reads it.',
  next: 'Your service decides what happens next. Contact the referrer or the family.',
} as const;

/** What everyone reads who asks for a new link of another service. */
export const newSharedLinkWords = {
  title: 'Check your email',
  said: (contact: ServiceConfig['contact']) => [
    'If we still share that referral with your service, we have emailed a new link to the same address.',
    'We send at most one a day. If nothing arrives within a few minutes, contact us.',
    callForLink(contact),
  ],
} as const;
