/** The kinds of records that can differ, as people call them. One that is not here is shown by its code. */
const records: Readonly<Record<string, string>> = {
  CASE: 'Referral',
  REFERRAL: 'Referral as it was sent',
  CHECK: 'Documents that were checked',
  SUPPORT: 'Support',
  NOTICE: 'Email or letter',
  TODO: 'Task',
  DRAFT: 'Unfinished referral',
  SLOT: 'Weekly slot',
  PAUSE: 'Pause',
  SETTLED: 'Counted decision',
  LINK: 'Link',
  AUDIT: 'Stopped referral',
  READING: 'Reading',
};

/** What was wrong with them. */
const faults: Readonly<Record<string, string>> = {
  KEYS: 'It stood in the wrong queue or list, or in none',
  COPIES: 'A queue or list showed it wrongly',
  UNREADABLE: 'It is damaged and cannot be read',
  NO_WORKFLOW: 'Its workflow was stopped, or never was',
  WORKFLOW_ENDED: 'Its workflow ended too early, so it was set aside',
  STILL_RUNS: 'It has ended, and its workflow had not',
  NO_TASK: 'Its workflow waited for people who were not asked',
  NO_TOKEN: 'Its workflow could not be woken',
  DEAD_TOKEN: 'Its workflow waited for another answer than people can give',
  NO_CASE: 'It was sent and never accepted',
  NO_REFERRAL: 'What was sent is gone',
  FILE_GONE: 'The file of a document is gone',
  NEVER_DUE: 'It would have been sent years from now',
};

const wordFor = (words: Readonly<Record<string, string>>, code: string) =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code;

/** What a finding is about, and what was wrong, in words. */
export function findingInWords({ item, fault }: { readonly item: string; readonly fault: string }) {
  return { record: wordFor(records, item), fault: wordFor(faults, fault) };
}
