import type { JointViewFault } from '#application/joint/give-view.ts';
import type { JointView } from '#domain/case/joint-shape.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import { callForLink } from '../access/shared-link.ts';
import type { CommandWords } from '../components/command-words.ts';

/** Words of the pages of another service that tests look for. */
export const sharedWords = {
  agreedJoint:
    'Our team has recorded that the parents or carers agree to share it with your service, to decide together about Little Treasures.',
  readOnlyJoint: 'You cannot change it. We record each time that someone reads it.',
  nextJoint: 'Please tell us your view on this page. Our service manager then records what we decided together.',
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

/** What a service can say of a child. */
export const viewChoices: readonly { readonly value: JointView; readonly label: string }[] = [
  { value: 'AGREE', label: 'Little Treasures is right for this child' },
  { value: 'NOT_THIS_CHILD', label: 'Little Treasures is not right for this child' },
  { value: 'TALK', label: 'We want to talk about it first' },
];

/** Words of the form on which a service says its view. */
export const viewWords = {
  title: 'Your view on Little Treasures',
  link: 'Go to the questions',
  lead: 'We decide together if this child is offered a place. Our team sees your answer with your name.',
  what: 'What does your service think?',
  reason: 'Why?',
  reasonHint: 'A sentence or two. Do not put the child’s name here.',
  name: 'Your name',
  role: 'Your role',
  roleHint: 'For example, children’s physiotherapist',
  button: 'Send your view',
  given: (by: string, on: string) => `${by} gave the view of your service on ${on}.`,
  thanks: 'Thank you. Our service manager records what we decided together. You can change your view below until then.',
  changeTitle: 'Change your view',
  changeLead: 'Our team sees both views, and who gave them.',
  changeButton: 'Change your view',
  next: 'We email your service once we have decided, if the parents no longer agree, or if the child no longer waits for this.',
} as const;

export const viewFaultWords: CommandWords<JointViewFault> = {
  VIEW_MISSING: 'Select what your service thinks',
  WHY_MISSING: 'Enter why',
  WHY_TOO_LONG: ({ limit }) => `Why must be ${limit} characters or fewer`,
  WHY_UNPRINTABLE: 'Enter why again without characters that we cannot show',
  NAME_MISSING: 'Enter your name',
  NAME_TOO_LONG: ({ limit }) => `Your name must be ${limit} characters or fewer`,
  NAME_UNPRINTABLE: 'Enter your name again without characters that we cannot show',
  ROLE_MISSING: 'Enter your role',
  ROLE_TOO_LONG: ({ limit }) => `Your role must be ${limit} characters or fewer`,
  ROLE_UNPRINTABLE: 'Enter your role again without characters that we cannot show',
};
