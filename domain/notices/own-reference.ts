import type { Case } from '../case/case.ts';
import type { Addressees } from './addressees.ts';

/** Ten digits are an NHS number, and eleven a phone number, however they are grouped. */
const A_LONG_NUMBER = /(\d[ -]?){10,}/;
const A_DATE = /\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}/;
const DAY = '(0[1-9]|[12]\\d|3[01])';
const MONTH = '(0[1-9]|1[0-2])';
/** A date in one run of digits, as in initials with a date of birth: 120324, 12032024 or 20240312. */
const A_DATE_IN_ONE = new RegExp(`(?<!\\d)(${DAY}${MONTH}(20)?\\d\\d|20\\d\\d${MONTH}${DAY})(?!\\d)`);
const A_POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i;
/** Letters that could be a name or a part of one: five or more, or with a small letter among them. */
const A_WORD = /[A-Za-z]{5,}|[A-Za-z]*[a-z][A-Za-z]+/;

/**
 * True of a reference that can stand in an email, because it reads like a number of someone's records and like nothing
 * about a person. Decision: it is the referrer's own text, and an email names no one. So it is shown only as a code of
 * capitals and digits, with more digits than letters. What could be a name, a date, an NHS or phone number or a postcode
 * stays behind the link: a reference that is left out there costs a look, one that names a child cannot be called back.
 */
export function isSafeInEmail(text: string): boolean {
  const letters = text.replace(/[^A-Za-z]/g, '').length;
  const digits = text.replace(/\D/g, '').length;
  if (!/^[A-Za-z\d #/._-]{1,40}$/.test(text) || digits <= letters) return false;
  return ![A_LONG_NUMBER, A_DATE, A_DATE_IN_ONE, A_POSTCODE, A_WORD].some((kind) => kind.test(text));
}

/**
 * The reference that the addressee gave the referral in their own records, where it may stand in an email. A colleague
 * who has taken the case over has other records.
 */
export function ownReferenceFor(
  to: string,
  { referrer: { ownReference = '' } }: Pick<Addressees, 'referrer'>,
  theCase: Pick<Case, 'handedTo'> | undefined,
): string | null {
  const isTheirs = theCase?.handedTo ? to === 'EARLIER_REFERRER' : to === 'REFERRER' || to === 'REFERRER_TEAM';
  const trimmed = ownReference.trim();
  return isTheirs && isSafeInEmail(trimmed) ? trimmed : null;
}
