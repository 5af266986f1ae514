const supports: ReadonlyMap<string, string> = new Map([
  ['OFFERED', 'We have made you an offer. Our letter or email says how to answer. You can also call us.'],
  ['ACCEPTED', 'You said yes to our offer. We will agree the first day with you.'],
  ['STARTED', 'Your support has started.'],
  ['ENDED', 'Your support has ended. Please call us if you think that is wrong.'],
]);

/** How far support has come; undefined while the child waits for an offer. */
export function supportForFamily(status: string): string | undefined {
  return supports.get(status);
}

/** What a family that has accepted reads until support begins. */
export const supportWords = {
  visitPlanned: 'You said yes to our offer, and a visit is planned. Please call us if you do not know when it is.',
  nextDay: 'You said yes to our offer. We will agree the next day with you.',
} as const;
