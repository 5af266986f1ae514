import type { ListPage } from '../../engine/page-types.ts';

export const professionals: ListPage = {
  kind: 'list',
  path: 'professionals',
  section: 'Who else helps',
  title: 'Other professionals',
  lead: ['Others who work with the child, and whom the parents agree that we may contact.'],
  root: 'otherProfessionals',
  most: 20,
  entry: 'professional',
  namedBy: 'name',
  fields: [
    { kind: 'text', path: 'name', label: 'Name' },
    { kind: 'text', path: 'role', label: 'Role (optional)' },
    { kind: 'text', path: 'organisation', label: 'Organisation (optional)' },
    { kind: 'text', path: 'email', label: 'E-mail address (optional)', type: 'email' },
    { kind: 'text', path: 'phone', label: 'Telephone (optional)', type: 'tel' },
  ],
};
