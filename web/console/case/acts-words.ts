/** Words of what can be done about a case. */
export const actWords = {
  title: 'What can be done',
  emails: 'Send an email again, or send a new link',
  emailsSo: 'Select it in the list of emails or links below.',
  takeOff: 'Take the child off the waiting list',
  copy: 'Make a working copy of the record for someone who asks for it',
} as const;
