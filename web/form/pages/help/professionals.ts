import type { ListPage } from '../../engine/page-types.ts';
import { ANYTHING_ELSE } from '../../engine/words.ts';

export const professionals: ListPage = {
  kind: 'list',
  path: 'professionals',
  section: ANYTHING_ELSE,
  title: 'Other people who work with the child',
  lead: ['Add other people who work with the child, if the parents agree that we may contact them.'],
  root: 'otherProfessionals',
  most: 20,
  entry: 'person',
  entries: 'people',
  namedBy: 'name',
  fields: [
    { kind: 'text', path: 'name', called: 'the name', label: 'Name' },
    { kind: 'text', path: 'role', called: 'the role', label: 'Role (optional)' },
    { kind: 'text', path: 'organisation', called: 'where they work', label: 'Where they work (optional)' },
    { kind: 'text', path: 'email', called: 'the email address', label: 'Email address (optional)', type: 'email' },
    { kind: 'text', path: 'phone', called: 'the phone number', label: 'Phone number (optional)', type: 'tel' },
  ],
};
