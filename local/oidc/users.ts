export type DemoUser = {
  id: string;
  /** Who they are, and why one would sign in as them. */
  name: string;
  mailbox: string;
  groups: string[];
  isVerified: boolean;
};

const user = (id: string, name: string, mailbox: string, groups: string[], isVerified = true): DemoUser => ({
  ...{ id, name, mailbox, groups, isVerified },
});

/** Everyone who can sign in here: staff of the local configuration, and those who must not come in. */
export const demoUsers: readonly DemoUser[] = [
  user('triage-1', 'Ash Meadow, on duty for triage', 'triage-1@example.org', ['portage-team']),
  user('triage-2', 'Bryn Hill, deputy for triage', 'triage-2@example.org', ['portage-team']),
  user('manager', 'Cam Rivers, service manager', 'manager@example.org', ['portage-managers']),
  user('newcomer', 'Dale Wood, not in the team yet', 'dale@example.org', ['portage-team']),
  user('no-group', 'Ash Meadow, taken out of the group', 'triage-1@example.org', ['finance']),
  user(
    'unverified',
    'Eve Marsh, with a mailbox that no one has checked',
    'manager@example.org',
    ['portage-team'],
    false,
  ),
];

/** What a token says of someone. */
export function claimsOf({ id, name, mailbox, groups, isVerified }: DemoUser) {
  return { sub: id, name, email: mailbox, email_verified: isVerified, groups };
}
