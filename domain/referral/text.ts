import * as z from 'zod';
import type { Rule } from '../problems/rules.ts';
import { lettersAndDigits, plainText, readableText, saysSomething } from '../values/characters.ts';
import { bareEmail, hasRealDomain } from '../values/email-address.ts';

/** A rule that zod has no name for, as the message of its issue. */
const rule = <Name extends Rule>(name: Name) => name;

/** Control characters other than tab and newline, and halves of characters: they are refused, never stripped. */
function isClean(value: string): boolean {
  return value.isWellFormed() && !/\p{Cc}/u.test(value.replace(/\r?\n|\t/g, ''));
}

/** More than any address has, because a name may have been copied with it. */
const MOST_COPIED = 500;

/** A fault that a command has a code for does not keep its other faults from being found. */
function clean(unprintable?: string) {
  return z.string().refine(isClean, { error: unprintable ?? rule('unprintable'), abort: unprintable === undefined });
}

/** What a command calls each fault of a text of its own; without them each is named by its rule. */
interface TextFaults {
  readonly missing?: string;
  readonly tooLong?: string;
  readonly unprintable?: string;
  /** One letter or sign is no text. */
  readonly saysNothing?: string;
}

/**
 * Text that may be left blank, as its reader sees it and at most `max` characters long. With a fault for it, a text that says
 * nothing, such as `x` or `--`, is refused.
 */
export function blankableText(max: number, { tooLong, unprintable, saysNothing }: Omit<TextFaults, 'missing'> = {}) {
  const readable = clean(unprintable).overwrite(readableText).max(max, tooLong);
  if (saysNothing === undefined) return readable;
  return readable.refine((value) => value === '' || saysSomething(value), saysNothing);
}

/** The same, but not blank. */
export function text(max: number, { missing, ...faults }: TextFaults = {}) {
  return blankableText(max, faults).min(1, missing);
}

/** An email address alone, without a name or a stop that was copied with it. */
export function email() {
  return clean()
    .max(MOST_COPIED, { abort: true })
    .overwrite(bareEmail)
    .max(254, { abort: true })
    .regex(z.email()._zod.pattern, { error: rule('not-an-email'), abort: true })
    .refine(hasRealDomain, rule('not-an-email'));
}

/** A phone number is kept to this many characters. */
const MOST_OF_PHONE = 100;

/**
 * A phone number as people write it, with what they note beside it. No text is refused, since every number is optional and
 * must not cost a referral: of a longer one the beginning is kept, with a sign that there was more. Whether it can be
 * dialled is a question of the rules.
 */
export function phone() {
  return z.string().overwrite((value) => {
    const number = plainText(value.toWellFormed().replace(/\p{Cc}/gu, ' '));
    return number.length > MOST_OF_PHONE ? `${number.slice(0, MOST_OF_PHONE - 1).toWellFormed()}…` : number;
  });
}

/** A code in capitals, such as HEALTH_VISITOR. Open, because a new profession or tool must not make a referral invalid. */
export function code() {
  return z
    .string()
    .max(60, { abort: true })
    .regex(/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/);
}

/** The evidenceId of an uploaded file, as it was given out. */
export function evidenceId() {
  return z
    .string()
    .max(100, { abort: true })
    .regex(/^[A-Za-z0-9_-]+$/);
}

/** A postcode written as we write it: capitals, one space before its last three. The validity rule checks its form. */
export function postcode() {
  return clean()
    .max(40, { abort: true })
    .overwrite((value) => lettersAndDigits(value).replace(/(.)(.{3})$/, '$1 $2'));
}

/** An NHS number without what stands between its digits. The validity rule checks its digits. */
export function nhsNumber() {
  return clean().max(40, { abort: true }).overwrite(lettersAndDigits);
}

/** Hours a week, from 0 to 168 in quarter hours. */
export function hours() {
  return z.number().min(0).max(168).multipleOf(0.25);
}
