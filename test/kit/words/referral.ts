/** What the triage team asks a referrer in tests, and what the referrer answers. */
export const exchange = {
  /** For the team alone. */
  note: 'We need this before we can decide',
  question: 'How does Juniper play with others?',
  answer: 'She builds towers beside them.',
} as const;

/** That a link went to this address. */
export const linkSentTo = (address: string) => `We have sent a link to ${address}`;

/** What each page that the gateway or the firewall shows tells people to do. */
export const GO_BACK = /go back with the back button/i;

/** How the error for a child who is not born yet begins; the day follows. */
export const NOT_BORN = 'Date of birth must be on or before';

/** What the rules say of a child who is over this many hours in a setting. */
export const visitsUnlikely = (hours: number) =>
  `Home visits are unlikely while the child is over ${hours} hours in a setting`;
