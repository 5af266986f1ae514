import { referrerRoles } from '#domain/referral/people.ts';
import { options } from '../../engine/options.ts';
import type { QuestionPage } from '../../engine/page-types.ts';
import { isByStaff } from '../../paper/entered.ts';

export const you: QuestionPage = {
  kind: 'questions',
  path: 'you',
  section: 'You and your organisation',
  title: 'You and your organisation',
  applies: (answers) => !isByStaff(answers),
  fields: [
    { kind: 'text', path: 'referrer.name', called: 'your name', label: 'Your name', autocomplete: 'name' },
    {
      kind: 'select',
      path: 'referrer.role',
      called: 'your role',
      label: 'Your role',
      options: options(referrerRoles, { GP: 'GP', OTHER: 'Another professional' }),
    },
    {
      kind: 'text',
      path: 'referrer.email',
      called: 'your work email address',
      label: 'Your work email address',
      hint: 'We will send our emails about this referral here',
      type: 'email',
      autocomplete: 'email',
    },
    {
      kind: 'text',
      path: 'referrer.phone',
      called: 'your phone number',
      label: 'Your phone number (optional)',
      type: 'tel',
      autocomplete: 'tel',
    },
    {
      kind: 'text',
      path: 'referrer.organisation',
      called: 'your organisation',
      label: 'Your organisation (optional)',
      autocomplete: 'organization',
    },
    {
      kind: 'text',
      path: 'referrer.teamEmail',
      called: 'the team email address',
      label: 'Team email address (optional)',
      hint: 'We will send every email to this address too, in case you are away',
      type: 'email',
    },
    {
      kind: 'text',
      path: 'referrer.ownReference',
      called: 'your own reference',
      label: 'Your own reference (optional)',
      hint: 'For example, HV-0143. We put it in our emails to you, so do not use a name',
      width: 20,
    },
  ],
};
