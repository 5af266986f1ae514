/** Words of the pack that people work from while the service is down. */
export const downtimeWords = {
  title: 'Downtime pack',
  written: (at: string) => `Written on ${at}. What changed since then is not in it.`,
  shred:
    'This pack is about children. Keep it locked away. Shred it, and delete its files, when the service works again.',
  useTitle: 'While the service is down',
  use: [
    'If a child is in immediate danger, call 999.',
    'Take referrals on the paper form, or by phone. Write the day on which each one came.',
    'Before you visit, call the family on a number in this pack only. Where it gives none, ask the service manager.',
    'Write down what came of each visit, with its day, and whether you saw the child.',
    'In a meeting, write down each decision, its reason, and who was there.',
  ],
  afterTitle: 'When it works again',
  after: [
    'Enter each referral under "Enter a referral", with the day on which it came.',
    'Record each visit on the page of the child. If it was on another day than planned, first move the visit to that day.',
    'Record each decision on the page of the referral, as made at that meeting.',
    'Do not send the paper by email.',
  ],
  visits: (from: string, until: string) => `Visits from ${from} until ${until}`,
  noVisits: 'No visit is planned in these days.',
  alone: (phone: string) => `Lone-working service of the council: ${phone}.`,
  meeting: (said: string) => `Meeting on ${said}`,
  noAgenda: 'No referral is due at this meeting.',
  askChair: 'Addresses, contacts and safety facts are not on this page. Ask the chair.',
  assessment: 'Initial assessment',
  before: 'Before you visit',
  flagged:
    'There is a note about safe contact in this family. So this pack gives no name, time, place or number. Ask the service manager before you call or visit.',
  unreadable: 'The referral cannot be read. Ask the service manager.',
} as const;
