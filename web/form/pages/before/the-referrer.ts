import type { QuestionPage } from '../../engine/page-types.ts';
import { isByStaff } from '../../paper/entered.ts';
import { you } from './you.ts';

const words: Readonly<Record<string, { label: string; hint?: string }>> = {
  'referrer.name': { label: 'Name of the referrer' },
  'referrer.role': { label: 'Role of the referrer' },
  'referrer.email': {
    label: 'E-mail address of the referrer',
    hint: 'Everything about this referral is sent there. If none came with it, write the address of our own service that stands at the foot of this page: then our e-mails reach us, and you pass on by telephone or by post what they say.',
  },
  'referrer.phone': { label: 'Telephone number of the referrer (optional)' },
  'referrer.organisation': { label: 'Organisation of the referrer (optional)' },
  'referrer.teamEmail': {
    label: 'Team mailbox of the referrer (optional)',
    hint: 'A second address for every e-mail.',
  },
  'referrer.ownReference': {
    label: 'The referrer’s own reference (optional)',
    hint: 'As it stands on what came. Please leave out any name.',
  },
};

/** The same questions as to a referrer, in the same section, asked of whoever enters what a referrer has sent. */
export const theReferrer: QuestionPage = {
  ...you,
  path: 'referrer',
  title: 'The referrer',
  lead: ['The professional who sent the referral, as it stands on what came.'],
  fields: you.fields.map(({ autocomplete: _, hint: __, ...field }) => ({ ...field, ...words[field.path] })),
  applies: isByStaff,
};
