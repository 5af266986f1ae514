import type { Field } from '../engine/fields.ts';

export const mailboxField: Field = {
  kind: 'text',
  path: 'mailbox',
  label: 'Your work e-mail address',
  hint: 'We send a six-digit code to it, if it is one that this service knows.',
  type: 'email',
  autocomplete: 'email',
};

export const arrivedOnField: Field = {
  kind: 'date',
  path: 'arrivedOn',
  label: 'On which day did it arrive?',
  hint: 'It counts as the day of the referral: the child’s age is worked out for that day. For example, 27 3 2026.',
};

/** What is said with the code, before the form begins. */
export const entryFields: readonly Field[] = [
  { kind: 'text', path: 'code', label: 'Code', autocomplete: 'one-time-code', width: 10, inputmode: 'numeric' },
  { kind: 'text', path: 'name', label: 'Your name', hint: 'First and last name.', autocomplete: 'name' },
  {
    kind: 'text',
    path: 'role',
    label: 'Your role',
    hint: 'For example administrator.',
    autocomplete: 'organization-title',
  },
  {
    kind: 'choice',
    path: 'cameBy',
    label: 'How did the referral come?',
    options: [
      { value: 'PAPER', label: 'On paper' },
      { value: 'EMAIL', label: 'By e-mail' },
    ],
  },
  arrivedOnField,
];
