import * as z from 'zod';
import { UNPRINTABLE } from '../values/unprintable.ts';

/** Control characters other than tab and newline, and halves of characters: they are refused, never stripped. */
function isClean(value: string): boolean {
  return value.isWellFormed() && !/\p{Cc}/u.test(value.replace(/\r?\n|\t/g, ''));
}

/** A fault that a command has a code for does not keep its other faults from being found. */
function clean(unprintable?: string) {
  return z.string().refine(isClean, { error: unprintable ?? UNPRINTABLE, abort: unprintable === undefined });
}

/** What a command calls each fault of a text of its own; without them an issue is worded from its schema. */
interface TextFaults {
  readonly missing?: string;
  readonly tooLong?: string;
  readonly unprintable?: string;
}

/** Text that may be left blank: NFC, trimmed, at most `max` characters; a line break is one newline. */
export function blankableText(max: number, { tooLong, unprintable }: Omit<TextFaults, 'missing'> = {}) {
  return clean(unprintable)
    .overwrite((value) => value.replaceAll('\r\n', '\n').normalize('NFC').trim())
    .max(max, tooLong);
}

/** The same, but not blank. */
export function text(max: number, { missing, ...faults }: TextFaults = {}) {
  return blankableText(max, faults).min(1, missing);
}

/** An email address, trimmed. */
export function email() {
  return clean()
    .overwrite((value) => value.trim())
    .max(254, { abort: true })
    .regex(z.regexes.email);
}

/** A phone number as people write it, with an extension where there is one. */
export function phone() {
  return clean()
    .overwrite((value) => value.trim())
    .max(40, { abort: true })
    .regex(/^[+(]?[0-9][0-9 ().+-]{4,}(?: ?(?:x|ext\.?) ?[0-9]{1,6})?$/);
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

/** A postcode in capitals with one space before its last three characters. Its form is judged by the validity rule. */
export function postcode() {
  return clean()
    .max(40, { abort: true })
    .overwrite((value) =>
      value
        .toUpperCase()
        .replace(/\s+/g, '')
        .replace(/(.)(.{3})$/, '$1 $2'),
    );
}

/** An NHS number without its spaces and dashes. Its digits are judged by the validity rule. */
export function nhsNumber() {
  return clean()
    .max(40, { abort: true })
    .overwrite((value) => value.replace(/[\s-]+/g, ''));
}

/** Hours a week, from 0 to 168 in quarter hours. */
export function hours() {
  return z.number().min(0).max(168).multipleOf(0.25);
}
