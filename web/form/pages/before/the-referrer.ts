import type { QuestionPage } from '../../engine/page-types.ts';
import { isByStaff } from '../../paper/entered.ts';
import { you } from './you.ts';

const words: Readonly<Record<string, { label: string; called: string; hint?: string }>> = {
  'referrer.name': { label: 'Name of the referrer', called: 'the name of the referrer' },
  'referrer.role': { label: 'Role of the referrer', called: 'the role of the referrer' },
  'referrer.email': {
    label: 'Email address of the referrer',
    called: 'the email address of the referrer',
    hint: 'We will send our emails there. If you do not have one, enter our email address from the end of this page. You will then need to tell the referrer what our emails say.',
  },
  'referrer.phone': { label: 'Phone number of the referrer (optional)', called: 'the phone number of the referrer' },
  'referrer.organisation': {
    label: 'Organisation of the referrer (optional)',
    called: 'the organisation of the referrer',
  },
  'referrer.teamEmail': {
    label: 'Team email address of the referrer (optional)',
    called: 'the team email address of the referrer',
    hint: 'We will send every email to this address too',
  },
  'referrer.ownReference': {
    label: 'The referrer’s own reference (optional)',
    called: 'the referrer’s own reference',
    hint: 'As it is on the referral you received. Do not include a name.',
  },
};

/** The questions of the page `you`, worded for staff who enter what a referrer has sent. */
export const theReferrer: QuestionPage = {
  ...you,
  path: 'referrer',
  title: 'The referrer',
  lead: ['Enter the details of the professional who sent the referral.'],
  fields: you.fields.map(({ autocomplete: _, hint: __, ...field }) => ({ ...field, ...words[field.path] })),
  applies: isByStaff,
};
