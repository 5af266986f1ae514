import type { ListPage } from '../../engine/page-types.ts';

export const parents: ListPage = {
  kind: 'list',
  path: 'parents',
  section: 'Family and home',
  title: 'Parents and carers',
  lead: ['At least one, with a way to reach them that is safe.'],
  root: 'family.parents',
  most: 8,
  entry: 'parent or carer',
  namedBy: 'name',
  fields: [
    { kind: 'text', path: 'name', label: 'Name' },
    { kind: 'text', path: 'relationship', label: 'Relationship to the child (optional)', hint: 'For example mother.' },
    { kind: 'yes-no', path: 'parentalResponsibility', label: 'Do they have parental responsibility? (optional)' },
    { kind: 'text', path: 'phone', label: 'Telephone (optional)', type: 'tel' },
    { kind: 'text', path: 'email', label: 'E-mail address (optional)', type: 'email' },
    {
      kind: 'long',
      path: 'address',
      label: 'Address, where it is not the child’s home (optional)',
    },
    {
      kind: 'long',
      path: 'safeContact',
      label: 'Safe ways and times to contact them (optional)',
      hint: 'For example: by text message, before noon.',
    },
    {
      kind: 'yes-no',
      path: 'doNotContact',
      label: 'Is it unsafe to write or e-mail to them? (optional)',
      hint: 'If you choose yes, we never write to them. A person tells them.',
    },
    {
      kind: 'text',
      path: 'addressKeptFrom',
      label: 'Who must not learn where they live? (optional)',
      hint: 'The name of that person.',
    },
  ],
};
