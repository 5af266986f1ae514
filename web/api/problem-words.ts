import type * as z from 'zod';
import { fieldWords } from '#domain/problems/field-words.ts';
import { type FilePlace, inWords, type Problem, type RuleWords } from '#domain/problems/rules.ts';
import { pathKeys } from '#domain/values/path-text.ts';

/** A problem as the API answers it. */
export interface WordedProblem {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/** A problem with its sentence for a developer who calls the API, in the words of the schema of what was sent. */
export function inApiWords(problem: Problem, schema: z.ZodType): WordedProblem {
  const { code, path } = problem;
  return { code, path, message: inWords(apiWords, problem, aboutField(schema, path)) };
}

/** How the API speaks of a field. */
export interface About {
  readonly title: string;
  readonly hint: string;
}

/** What a schema says of the field at a path. The path of everything is empty. */
export function aboutField(schema: z.ZodType, path: string): About {
  if (path === '') return { title: 'The body', hint: 'Send one JSON object.' };
  const { title, hint } = fieldWords(schema, pathKeys(path));
  return { title: `“${title}”`, hint };
}

const kinds = {
  text: 'be text in quotation marks',
  'true-or-false': 'be true or false, without quotation marks',
  number: 'be a number, without quotation marks',
  'whole-number': 'be a whole number',
  list: 'be a list',
  group: 'be a group of fields',
  'something-else': 'be of another kind',
} as const;

/** The words of the API. */
export const apiWords: RuleWords<About> = {
  missing: (_, { title, hint }) => `Add ${title}. ${hint}`.trim(),
  empty: (_, { title }) => `Fill in ${title} or leave it out.`,
  'unknown-field': ({ name }) =>
    `We do not know the field ${JSON.stringify(name)}. Check its spelling or leave it out.`,
  'wrong-kind': ({ kind }, { title, hint }) =>
    `${title} must ${kinds[kind]}. ${kind === 'true-or-false' ? '' : hint}`.trim(),
  'not-a-choice': ({ allowed }, { title }) => `${title} must be ${oneOf(allowed)}.`,
  'too-long': ({ limit }, { title }) => `${title} must be ${limit} characters or fewer.`,
  'too-many': ({ limit }, { title }) => `${title} must have ${limit} entries or fewer.`,
  'too-high': ({ limit }, { title }) => `${title} must be ${limit} or less.`,
  'too-low': ({ limit }, { title }) => `${title} must be ${limit} or more.`,
  'not-a-step': ({ step }, { title }) => `${title} must be in steps of ${step}.`,
  unprintable: (_, { title }) => `${title} must not include characters that we cannot show.`,
  'not-a-date': (_, { title }) => `${title} must be a real date, for example 2026-09-24.`,
  'not-a-moment': (_, { title }) => `${title} must be a real date and time, for example 2026-10-19T10:05.`,
  'not-an-email': (_, { title }) => `${title} must be one email address, for example name@example.org.`,
  'bad-format': (_, { title, hint }) => `We cannot read ${title}. ${hint}`.trim(),
  'no-referral-date': () => 'The day of the referral must be a real date, for example 2026-09-24.',
  unborn: () => 'Send the referral after the birth. We help children from birth.',
  'not-born': (_, { title }) =>
    `${title} must be on or before the day of the referral. Send the referral after the birth.`,
  'after-referral': (_, { title }) => `${title} must be on or before the day of the referral.`,
  'before-birth': (_, { title }) => `${title} must be on or after the date of birth.`,
  year: (_, { title }) => `Check the year of ${title}.`,
  'in-future': (_, { title }) => `${title} must be in the past.`,
  'nhs-number-length': () => 'The NHS number must be 10 digits. Leave it out if you do not know it.',
  'nhs-number-digits': () => 'Enter a valid NHS number or leave it out.',
  postcode: () => 'Enter a full UK postcode, like TA1 9ZZ. Check that no letter O stands for a 0.',
  'area-twice': (_, { title }) => `${title} repeats an earlier area. Give each area once.`,
  'file-twice': ({ file, before }) =>
    `The file of ${fileInWords(file)} is also the file of ${fileInWords(before)}. Give each file once.`,
  'no-contact': () => 'Add an email address, a phone number or an address for at least one parent or carer.',
  'not-uploaded': ({ file }) =>
    `We do not have the file of ${fileInWords(file)}. Upload it with POST /v1/evidence and give its evidenceId here.`,
};

function oneOf(allowed: readonly string[]): string {
  const [last = '', ...others] = allowed.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} or ${last}`;
}

function fileInWords(file: FilePlace): string {
  if (file === 'EARLY_HELP_ASSESSMENT') return 'the Early Help Assessment';
  const page = file.pages === 1 ? '' : `, page ${file.page} of ${file.pages}`;
  return `evidence ${file.document}${page}`;
}
