import type { Field } from '../engine/fields.ts';

export const mailboxField: Field = {
  kind: 'text',
  path: 'mailbox',
  called: 'your work email address',
  label: 'Your work email address',
  hint: 'We will email a 6-digit code to it if it belongs to our team',
  type: 'email',
  autocomplete: 'email',
};

export const arrivedOnField: Field = {
  kind: 'date',
  path: 'arrivedOn',
  called: 'the date it arrived',
  label: 'When did it arrive?',
  hint: 'This is the day of the referral. We work out the child’s age on it. For example, 27 3 2026',
};

/** Who enters what, before staff start a draft. */
export const entryQuestions: readonly Field[] = [
  {
    kind: 'text',
    path: 'name',
    called: 'your name',
    label: 'Your name',
    hint: 'First and last name',
    autocomplete: 'name',
  },
  {
    kind: 'text',
    path: 'role',
    called: 'your role',
    label: 'Your role',
    hint: 'For example, administrator',
    autocomplete: 'organization-title',
  },
  {
    kind: 'choice',
    path: 'cameBy',
    called: 'how the referral arrived',
    label: 'How did the referral arrive?',
    options: [
      { value: 'PAPER', label: 'On paper' },
      { value: 'EMAIL', label: 'By email' },
      { value: 'PHONE', label: 'By phone' },
    ],
  },
  arrivedOnField,
];

/** The same, at the door for a code. */
export const entryFields: readonly Field[] = [
  {
    kind: 'text',
    path: 'code',
    called: 'the 6-digit code from your email',
    label: '6-digit code',
    autocomplete: 'one-time-code',
    width: 10,
    inputmode: 'numeric',
  },
  ...entryQuestions,
];
