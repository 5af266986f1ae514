/** What can be done about a case beside restarting it, and who does it. */
export const actWords = {
  title: 'What can be done',
  emails: 'Send an email again, or send a new link',
  emailsSo: 'Select it in the list of emails or links below.',
  contact: 'Ask the team to check contact details',
  contactSo: 'Someone who may read them records new ones. The referral stays as it was sent.',
  reassign: 'Give the open task to someone else',
  release: 'Say if this is a referral, and let it go on',
  duplicate: 'Say if it is a duplicate',
  sameChild: 'Say if another referral is for the same child',
  withdraw: 'Withdraw it',
  withdrawSo: 'The referrer does this by their own link. You can send them a new one.',
  takeOff: 'Take the child off the waiting list',
  death: 'Record that the child has died',
  hold: 'Keep the record from being erased, or lift that',
  managerOnly: 'Only a service manager can do this.',
  teamOnly: 'Only the triage team or a service manager can do this.',
} as const;
