/** What of a case may be damaged, by itself. */
export const damagedParts = {
  CASE: 'This case',
  SUPPORT: 'The support of this case',
  EMAILS: 'At least one email of this case',
  CHECKS: 'A check of this case',
  READINGS: 'The log of who opened this record',
} as const;
export type DamagedPart = keyof typeof damagedParts;

/** Words of the page and of the message that something stored cannot be read. */
export const damagedWords = {
  title: (reference: string) => `Case ${reference} cannot be read`,
  somewhere: 'What this page shows cannot be read',
  lead: 'What is stored is damaged. It stays as it is, and nothing was lost by opening this page.',
  shown: 'The rest of this page is complete.',
  part: (part: DamagedPart) => `${damagedParts[part]} cannot be read`,
  code: 'Code',
  reference: 'Reference',
  impact: 'Until it is restored, the service does not go on with it. Someone may wait for an answer.',
  steps: [
    'Note the reference and the code.',
    'Restore what is stored, as the runbook says.',
    'Open this page again. The service goes on by itself, at the latest after a quarter of an hour.',
  ],
  doThis: 'What you can do',
  runbook: 'Runbook: records were lost or damaged',
  putOff: 'What failed and is tried again',
} as const;

/** The code under which it stands in the log, in the runbook and in the index. */
export const DAMAGED = 'CorruptItem';

/** The article of the runbook, as its anchor. */
export const ARTICLE = 'records-were-lost-or-damaged';
