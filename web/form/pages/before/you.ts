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
    { kind: 'text', path: 'referrer.name', label: 'Your name', autocomplete: 'name' },
    {
      kind: 'select',
      path: 'referrer.role',
      label: 'Your role',
      options: options(referrerRoles, { GP: 'GP', OTHER: 'Another professional' }),
    },
    {
      kind: 'text',
      path: 'referrer.email',
      label: 'Your work email address',
      hint: 'We will send our emails about this referral here',
      type: 'email',
      autocomplete: 'email',
    },
    {
      kind: 'text',
      path: 'referrer.phone',
      label: 'Your phone number (optional)',
      type: 'tel',
      autocomplete: 'tel',
    },
    {
      kind: 'text',
      path: 'referrer.organisation',
      label: 'Your organisation (optional)',
      autocomplete: 'organization',
    },
    {
      kind: 'text',
      path: 'referrer.teamEmail',
      label: 'Team email address (optional)',
      hint: 'We will send every email to this address too, in case you are away',
      type: 'email',
    },
    {
      kind: 'text',
      path: 'referrer.ownReference',
      label: 'Your own reference (optional)',
      hint: 'A number or code from your own records. Do not use a name.',
      width: 20,
    },
  ],
};
