const whats: ReadonlyMap<string, string> = new Map(
  Object.entries({
    CHANGED: 'something has changed for the child',
    DETAILS: 'their details have changed',
    HOURS: 'the hours in a nursery or other setting changed',
    STOP: 'they no longer want this',
    LOOK_AGAIN: 'they ask the team to check again',
    CALL_ME: 'they ask for a call',
    COMPLAINT: 'they complain about our service',
    DATA_COMPLAINT: 'they complain about how we use information',
  }),
);

/** What a family or a professional told or asked, as staff read it. */
export function askInWords(what: string): string {
  return whats.get(what) ?? 'something that this page cannot show yet';
}
