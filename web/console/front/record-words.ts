/** The kinds of records that can differ, as people call them. One that is not here is shown by its code. */
const records: Readonly<Record<string, string>> = {
  CASE: 'Referral',
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
};

const wordFor = (words: Readonly<Record<string, string>>, code: string) =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code;

/** What a finding is about, and what was wrong, in words. */
export function findingInWords({ item, fault }: { readonly item: string; readonly fault: string }) {
  return { record: wordFor(records, item), fault: wordFor(faults, fault) };
}
