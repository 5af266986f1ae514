import { MOST_FILES } from '#domain/draft/files.ts';

/** Buttons, and words of several pages. */
export const ADD_BUTTON = 'Add this file';
export const KEEP_BUTTON = 'Keep the current file';
export const WITHOUT_FILE = 'Continue without the file';
export const ANOTHER_WAY = 'Send a file another way';
export const SEVERAL_AT_ONCE = 'Send several files at once';
export const TOGETHER = 'You can select several files, smaller than 4MB together.';
export const tooManyAtOnce = (most: number) => `You can add ${most} files here. Select fewer`;
export const KEPT_MEANWHILE = 'We will keep it until you add the new file.';
export const SO_FAR = 'Files you have added';
export const LAST_DAY = 'The last day to refer this child is';
export const FILE_LACKING = 'A file is missing or cannot be used';
export const CANNOT_ADD_FILES = 'You cannot add more files';

/** Headings of the page for the files of one document. */
export const titles = {
  add: 'Add the file',
  more: 'Add another page',
  replace: 'Replace the file',
  replacePage: (page: number) => `Replace page ${page}`,
  one: 'The file for this document',
  several: 'The files for this document',
} as const;

/** Why a file cannot be used. */
export const fileProblems = {
  missing: 'Add the file',
  none: 'Select a file',
  empty: 'The selected file is empty, or you did not select one',
  virus: 'The selected file contains a virus',
  locked: 'The file has a password. Save a copy without one',
  damaged: 'The selected file is damaged. Save it again, or select another',
  tooLarge: 'The selected file must be smaller than 10MB',
  type: 'The selected file must be a PDF, JPEG, PNG or Word (DOCX) document',
  lost: 'The selected file could not be uploaded. Try again',
} as const;

/** Why a file is not opened, and what to do. */
export const notOpened = {
  yet: 'You cannot open this file yet',
  wait: 'We are still checking it for viruses. Go back and try again in a few minutes.',
  never: 'You cannot open this file',
  again: 'It is missing or cannot be used. Go back and add it again.',
} as const;

/** Tags that say how a file is. */
export const tags = { missing: 'Not added yet', unusable: 'Cannot be used', there: 'Uploaded' } as const;
export const scans = { PENDING: 'We are checking it for viruses.', CLEAN: 'No virus found.' } as const;

export const MOST_FILES_WORDS = `You can add up to ${MOST_FILES} files to a referral.`;
export const MAKE_ROOM = 'Remove a file, or put several pages into one PDF and replace a file with it.';
