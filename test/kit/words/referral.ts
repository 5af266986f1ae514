/** What the triage team asks a referrer in tests, and what the referrer answers. */
export const exchange = {
  question: 'How does Juniper play with others?',
  answer: 'She builds towers beside them.',
} as const;

/** That a link went to this address. */
export const linkSentTo = (address: string) => `We have sent a link to ${address}`;

/** What each page that the gateway or the firewall shows tells people to do. */
export const GO_BACK = /go back with the back button/i;
