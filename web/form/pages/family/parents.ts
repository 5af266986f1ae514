import type { ListPage } from '../../engine/page-types.ts';

export const parents: ListPage = {
  kind: 'list',
  path: 'parents',
  section: 'Family and home',
  title: 'Parents and carers',
  lead: ['Add at least one parent or carer, with a safe way to contact them.'],
  root: 'family.parents',
  most: 8,
  entry: 'parent or carer',
  entries: 'parents or carers',
  namedBy: 'name',
  fields: [
    { kind: 'text', path: 'name', called: 'the name', label: 'Name' },
    {
      kind: 'text',
      path: 'relationship',
      called: 'the relationship to the child',
      label: 'Relationship to the child (optional)',
      hint: 'For example, mother',
    },
    {
      kind: 'yes-no',
      path: 'parentalResponsibility',
      called: 'they have parental responsibility',
      label: 'Do they have parental responsibility? (optional)',
    },
    { kind: 'text', path: 'phone', called: 'the phone number', label: 'Phone number (optional)', type: 'tel' },
    { kind: 'text', path: 'email', called: 'the email address', label: 'Email address (optional)', type: 'email' },
    {
      kind: 'long',
      path: 'address',
      called: 'the address',
      label: 'Address, if different from the child’s home (optional)',
    },
    {
      kind: 'long',
      path: 'safeContact',
      called: 'safe ways and times to contact them',
      label: 'Safe ways and times to contact them (optional)',
      hint: 'For example, by text message before midday',
    },
    {
      kind: 'yes-no',
      path: 'doNotContact',
      called: 'it is unsafe to email or write to them',
      label: 'Is it unsafe to email or write to them? (optional)',
      hint: 'If you select yes, we will not send them emails or letters',
    },
    {
      kind: 'text',
      path: 'addressKeptFrom',
      called: 'who must not know where they live',
      label: 'Who must not know where they live? (optional)',
      hint: 'Enter their name',
    },
  ],
};
