/** Words about links to a draft, which tests look for too. */
export const SAVED_TITLE = 'Your answers are saved';
export const CANNOT_EMAIL = 'We cannot email this address. Enter a different one';
export const NO_MORE_LINKS = 'You cannot get another link today';
export const ALL_LINKS_WORK = 'We have already emailed you several links today. All of them work.';
