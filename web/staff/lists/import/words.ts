import type { SignFault } from '#application/lists/import/sign-import.ts';
import type { RowResult } from '#domain/lists/import/file.ts';
import type { Stage } from '#domain/lists/import/report.ts';

const plural = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`);

/** Words of the pages that bring in a list from a spreadsheet. */
export const importWords = {
  title: 'Bring in a list from a spreadsheet',
  lead: 'First check the file. The check names each row that has to change. It stores nothing and tells no one.',
  ended:
    'The file can also have families whose support ended before you began with this service. They join no list. You can invite them to Starting School and to Stay and Play. Leave out a child who has died.',
  kept: 'Then you can bring the children in. No family and no referrer hears of it. We offer them nothing until a service manager releases the file.',
  counts: 'Children in the file, by list, band and year of referral',
  list: 'List',
  band: 'Band',
  year: 'Year',
  children: 'Rows',
  noBand: 'To confirm',
  needsNoBand: 'None',
  endedList: (had: string, town: string) => `Support has ended: ${had}, ${town}`,
  columns: 'What the file holds',
  columnsLead: 'Save the sheet as CSV. The first row has the names of the columns, in any order.',
  example: 'Download the header and three example rows (CSV)',
  column: 'Column',
  holds: 'What it holds',
  label: 'The file to check',
  hint: 'A CSV file of up to 4MB and 2,000 rows. Commas, semicolons and tabs are read.',
  check: 'Check the file',
  checkAgain: 'Check a file again',
  results: 'Result of the check',
  row: 'Row',
  what: 'What to do',
  caption: 'Rows that have to change',
  rows: (count: number) => `${plural(count, 'row', 'rows')} read.`,
  allSound: 'No row has to change.',
  bad: (count: number) =>
    count === 1 ? '1 row has to change. Row 1 is the header.' : `${count} rows have to change. Row 1 is the header.`,
  shown: (count: number) => `The first ${count} faults are below. Correct them and check the file again.`,
  checksum: (sum: string) => `Checksum of these rows: ${sum}. Two files with the same children have the same checksum.`,
  bring: (count: number) => `Bring in ${plural(count, 'child', 'children')}`,
  behind: (count: number) =>
    count === 1
      ? '1 row has to change and stays behind. You can bring it in later with another file.'
      : `${count} rows have to change and stay behind. You can bring them in later with another file.`,
  unnumbered: (count: number) =>
    `${plural(count, 'row has', 'rows have')} no NHS number. We cannot tell whether these children were referred to us before. Check them by hand.`,
  bringLead:
    'Each child joins the list in the file with its own dates, band and sessions. A child whose support has ended joins no list. A child whose referral is open here already stays as they are. We name those rows.',
  bringOnce: 'You can bring in the same file again. No child joins twice.',
  again: 'Select the same file again',
  againHint: 'We did not keep it.',
  known: 'This file was brought in before. See how it stands.',
  another: 'This is another file than the one that was checked. Look at its result below first',
  noSound: 'Every row of this file has to change. Correct them and check the file again',
  files: 'Files that were brought in',
  when: 'When',
  who: 'Brought in by',
  stage: 'Now',
  export: 'Download all waiting lists',
  exportLead:
    'The file has the same columns, with names and contact details. Keep it safe. We record who downloaded it.',
  exportLeft:
    'Children whose family has a note about safe contact are not in the file, nor those with no email address or phone number. Move those by hand.',
  exportMany:
    'They are too many for one file, so each list has one of its own. You can bring in one file after another.',
  exportList: (list: string, waiting: number) => `${list}: ${plural(waiting, 'child', 'children')} (CSV, with names)`,
  endedLead: 'Families whose support ended before you began are in files of their own, in the same columns.',
  exportEnded: (at: string, families: number) =>
    `Support had ended, from the list of ${at}: ${plural(families, 'child', 'children')} (CSV, with names)`,
  exportLink: 'Download all waiting lists (CSV, with names)',
  none: 'Select a file',
  empty: 'The selected file is empty',
  notCsv: 'This is not a CSV file. Open it in the spreadsheet program and save it as CSV',
  badQuote: (row: number) => `Row ${row} has a quotation mark out of place. Save the sheet as CSV again`,
  missingColumns: (columns: readonly string[]) => `Add these columns to the first row: ${columns.join(', ')}`,
  otherColumns: 'The first row has other columns, or one twice. Keep only the columns below',
  noRows: 'The file has a header and no rows. Add a row for each child',
  tooManyRows: 'The file has more than 2,000 rows. Divide it into files with fewer rows',
  moreCells: (row: number) => `Row ${row} has more cells than the header. Save the sheet as CSV again`,
  one: (at: string) => `List from a spreadsheet, ${at}`,
  back: 'All files',
  done: 'Done.',
  inFile: 'Rows in the file',
  broughtIn: 'Brought in',
  leftBehind: 'Rows left behind',
  toCome: 'Still to come in',
  toRelease: 'Still to release',
  pressAgain:
    'A long list takes more than one press. Press the button below until every row is in. No child joins twice.',
  goOn: 'Continue to bring in',
  report: 'The file and this service compared',
  here: 'Here',
  compare: 'Compared',
  checksums: 'Checksum',
  same: 'The same',
  differs: 'Differs',
  bothChecksums: (file = 'none', lists = 'none') => (file === lists ? [file] : [`File: ${file}`, `Here: ${lists}`]),
  whole: 'Every child of the file is here, with the same names, dates, bands and sessions.',
  wholeBut:
    'Every row that was brought in is here, with the same names, dates, bands and sessions. Some rows were left behind.',
  notWhole: 'The file and what is here are not the same. Look at what differs and at the rows that were left behind.',
  readBack: 'We read each child back when they came in. What changed since is in the history of the child.',
  leftLead: 'These children were not brought in. Nothing was changed for them.',
  why: 'Why',
  reference: 'Referral',
  laterWhy: 'Something that this page cannot show yet',
  signature: 'Signature',
  compared: 'I have compared this report with our own list',
  comparedHint: 'We keep the report as it is now, with your name and the time.',
  reasonNeeded: 'Why you sign although something differs or was left behind',
  reasonFree: 'Note (optional)',
  reasonHint: 'Do not name a child. Use row numbers and references.',
  reasonSaid: 'Reason:',
  sign: (name: string) => `Sign as ${name}`,
  signedBy: (who: string, at: string) => `Signed by ${who}, on ${at}. The report above is as it was then.`,
  releasedBy: (who: string, at: string) => `Released by ${who}, on ${at}.`,
  releaseTitle: 'Release',
  releaseSafe:
    'The file says nothing about safe contact, child protection or parental responsibility. Before you release it, record these on the record of each child that they concern.',
  releaseLead:
    'Releasing sends nothing to anyone. From then on you can offer a place to children who wait, and book their first visit. You can invite families whose support has ended to Starting School and to Stay and Play.',
  releaseThen:
    'We will tell families and ask staff from then on, as with every other child. Staff are asked to confirm each band that is empty.',
  release: (count: number) => `Release ${plural(count, 'child', 'children')}`,
  goOnRelease: 'Continue to release',
  managerReleases: 'A service manager releases the file.',
  playTitle: 'Stay and Play',
  playLead:
    'You can invite the families of this file whose support has ended. We email each of them, where that is safe. For the others, our team gets a letter to print, or a task to tell them in person.',
  playWhom: 'We do not invite a family whose child has started school by now, or has died.',
  playButton: (families: number) => `Invite ${plural(families, 'family', 'families')} to Stay and Play`,
  playGoOn: 'Continue to invite',
  playBy: (who: string, at: string) => `${who} had these families invited on ${at}.`,
  managerInvites: 'A service manager invites these families.',
  rowsLink: 'Download what became of each row (CSV)',
  rowsHint: 'It has row numbers and references. It has no names.',
  print: 'You can print this page. It names no child.',
} as const;

/** Where a file stands. */
export const stageWords: Readonly<Record<Stage, string>> = {
  COMING_IN: 'Not all rows are in',
  TO_SIGN: 'To be compared and signed',
  TO_RELEASE: 'To be released',
  COMING_OUT: 'Not all children are released',
  RELEASED: 'Released',
};

/** What that means, and what to do next. */
export const stageLeads: Readonly<Record<Stage, string>> = {
  COMING_IN: 'A long list takes more than one press. Select the same file again and continue. No child joins twice.',
  TO_SIGN:
    'Compare the report with your own list and sign it. Until a service manager releases the file, no one is told anything.',
  TO_RELEASE: 'A service manager can release the file now. Until then no one is told anything.',
  COMING_OUT: 'It takes more than one press. Press the button below again.',
  RELEASED: 'Its children are treated like every other child in this service.',
};

/** Why a row was left behind, by its code. */
export const rowWords: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    KNOWN_HERE: 'This child is here already, with the same NHS number and date of birth.',
    BEFORE: 'A file before had a row with the same own reference. That child is here.',
    BAD: 'The row has to change. Check the file to see what.',
  } satisfies Record<Exclude<RowResult, 'BROUGHT_IN'>, string>),
);

/** What is wrong with a signature. */
export const signFaultWords: Readonly<Record<SignFault, string>> = {
  COMPARED_MISSING: 'Select that you have compared the report with your own list',
  REASON_MISSING: 'Enter why you sign although something differs or was left behind',
  REASON_TOO_LONG: 'The reason must be 1,000 characters or fewer',
  REASON_UNPRINTABLE: 'The reason has signs that cannot be read. Enter it again',
};
