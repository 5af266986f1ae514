/** Words that several pages of the form share, or that tests look for. */
export const SAVE_BUTTON = 'Save and continue';
/** Buttons that save what is on a page, right or wrong, and leave it. */
export const TASKS_BUTTON = 'Go to the list of tasks';
export const LATER_BUTTON = 'Save and come back later';
/** The section of what neither the rules nor the decision needs. One press leaves it out. */
export const ANYTHING_ELSE = 'Anything else';
export const READ_TITLE = 'What your answer means';
export const OPEN_AGAIN = 'Open this referral again';
export const PAGE_NOT_SAVED = 'We did not save this page. We did save the pages before it.';
export const EMAIL_LINK_BUTTON = 'Email me the link';
export const EMAIL_FORMAT = 'Enter one email address, like name@example.org';
/** The status of a page that an attached Early Help Assessment covers. */
export const IN_ASSESSMENT = 'In the attached assessment';
