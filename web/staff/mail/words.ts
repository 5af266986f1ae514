import type { CloseFault } from '#application/mail/close-command.ts';
import type { MailOutcome, MailSign } from '#domain/mail/incoming-mail.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { areaWords } from '../area/words.ts';

/** Words of the list of emails. */
export const mailListWords = {
  title: areaWords.mail,
  lead: 'People wrote these emails to the address of our service. Each one waits until someone closes it.',
  email: 'Email',
  received: 'Received',
  due: 'To be closed by',
  unopened: 'No one has opened it',
  overdue: 'Overdue',
  open: (id: string) => `Email ${id}`,
  empty: 'No emails are waiting',
  more: 'The oldest are shown. The others follow once these are closed.',
  add: areaWords.addMail,
} as const;

/** Words of the page of one email. */
export const mailWords = {
  title: (id: string) => `Email ${id}`,
  from: 'From',
  subject: 'Subject',
  received: 'Received',
  due: 'To be closed by',
  none: 'Not given',
  text: 'What it says',
  noText: 'It has no text that we can show.',
  files: 'Files',
  noFiles: 'No files came with it.',
  openFile: (name: string) => `Open ${name}`,
  unnamed: 'a file without a name',
  notKept: 'We cannot open this file here. Look at it where the email was forwarded from.',
  copy: 'This is another copy of an email that we have.',
  toFirst: 'Go to the first copy',
  gone: 'We deleted what it said 28 days after it was closed.',
  back: 'Back to emails to us',
  whatNow: 'What to do with it',
  enter: 'Enter it as a referral',
  enterLead: 'Use this if the email is a referral. Its documents come with it.',
  enterGo: 'Start the referral',
  begun: 'Someone has started to enter it as a referral.',
  goOn: 'Continue the referral',
  sent: (reference: string) => `It was entered as referral ${reference}. Close the email below.`,
  answer: 'Send the link to our form',
  answerLead: (to: string) => `We email ${to} a link to our form. The email says nothing about what they wrote.`,
  answerCheck: 'Check the address first. A sender can be made up.',
  answerAfter: 'The email stays open until you close it. They have 5 working days to fill in the form.',
  answerGo: 'Send the link',
  answered: (at: string) => `We sent the link to our form on ${at}.`,
  maybe: (at: string) => `Sending the link began on ${at}. We do not know if it left.`,
  refused: 'The link could not be sent to this address.',
  noAnswer: 'We cannot send the link. A machine sent this email, or it may be harmful.',
  noAddress: 'We cannot send the link. The email does not say from which address it came.',
  close: 'Close it',
  outcome: 'What came of this email?',
  reference: 'Reference of the referral',
  referenceHint: 'If you entered it as a referral',
  closeGo: 'Close this email',
  kept: 'We delete the email 28 days after you close it.',
  closedAs: (outcome: string, by: string, at: string) => `${outcome}. Closed by ${by} on ${at}.`,
  referralIs: (reference: string) => `Referral ${reference}`,
  goneTitle: 'Email not found',
  first: 'Someone else has closed this email.',
  notNow: 'The link was sent before, or cannot be sent.',
} as const;

export const outcomeWords: Readonly<Record<MailOutcome, string>> = {
  REFERRAL_ENTERED: 'Referral entered',
  QUESTION_ANSWERED: 'Question answered',
  NOT_FOR_US: 'Not for us',
};

export const closeFaultWords = {
  OUTCOME_MISSING: 'Select what came of this email',
  REFERENCE_MISSING: 'Enter the reference of the referral',
  REFERENCE_UNKNOWN: 'Enter the reference of a referral that we have',
} as const satisfies CommandWords<CloseFault>;

/** What is odd about an email, and what to do. */
export const signWords: Readonly<Record<MailSign, string>> = {
  AUTOMATIC: 'A machine sent this, such as an automatic reply or a mailing list. Close it if it needs nothing from us.',
  SPAM: 'The mail scanner thinks that this is junk. Do not follow what it asks unless you know the sender.',
  VIRUS: 'The mail scanner found a virus. We kept no files from it. Do not open it anywhere else.',
  ENCRYPTED:
    'This email is encrypted, so we cannot show all of it. Call the sender, or read it where it was forwarded from.',
  OUTLOOK_ONLY: 'Part of this email can only be read in Outlook. Read it where it was forwarded from.',
  TOO_BIG: 'This email is larger than 25MB. We show how it begins, without its files.',
  UNREADABLE: 'We could not read this as an email. Look for it where it was forwarded from.',
  EMPTY: 'This email has no words or files that we can show. Look at it where it was forwarded from.',
  FILES_LEFT: 'Some of its files cannot be opened here.',
};

/** Words of the page on which an email is added by hand. */
export const addWords = {
  title: mailListWords.add,
  lead: 'Use this page if emails cannot be forwarded to our service. Save the email as a file first.',
  how: 'In Outlook, open the email, select the three dots, and save it. The file name ends in .eml.',
  only: 'Only add emails about Portage. Do not add emails about other children.',
  label: 'Email file',
  hint: 'EML, up to 25MB',
  go: 'Add email',
  added: 'We are reading the email. In a minute it is in the list.',
} as const;

/** Words of the page on which an email is entered as a referral. */
export const enterWords = {
  title: (id: string) => `Enter email ${id} as a referral`,
  lead: 'Its date counts from the day on which it arrived. The documents from the email are added for you.',
  go: 'Continue',
} as const;
