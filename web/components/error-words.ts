import { type Broken, type FilePlace, inWords, type RuleWords } from '#domain/problems/rules.ts';
import { plainDate } from '#domain/values/dates.ts';
import { dateFault, type TypedMoment } from './date-fault.ts';

/** How an error speaks of a question. */
export interface Asked {
  readonly how: keyof typeof verbs;
  /** What follows the verb: "your name", "the child is at immediate risk". */
  readonly called: string;
  /** The same as a thing, where it is not one: "the emergency call". */
  readonly subject?: string;
  /** What was typed, where a date is asked, so that the error names the part to correct. */
  readonly typed?: TypedMoment;
}

const verbs = { enter: 'Enter', select: 'Select', 'yes-no': 'Select yes if', list: 'Add at least one' } as const;

/** What a page says of a broken rule, to who filled it in. Of choices it says only what to select. */
export function errorInWords(broken: Broken, asked: Asked): string {
  const isChoice = asked.how === 'select' || asked.how === 'yes-no';
  return isChoice ? ask({}, asked) : inWords(errorWords, broken, asked);
}

const ask = (_: unknown, { how, called }: Asked) => `${verbs[how]} ${called}`;

/** What must be of the answer: "Date of birth must be a real date". */
const must =
  <Params>(be: (params: Params, asked: Asked) => string) =>
  (params: Params, asked: Asked) => {
    const subject = (asked.subject ?? asked.called).replace(/^the /, '');
    return `${subject.charAt(0).toUpperCase()}${subject.slice(1)} must ${be(params, asked)}`;
  };

const partInWords = (typed: TypedMoment | undefined) => typed && dateFault(typed)?.must;

const kinds = {
  text: 'be text',
  'true-or-false': 'be yes or no',
  number: 'be a number, like 12 or 10.5',
  'whole-number': 'be a whole number, like 34',
  list: 'be a list',
  group: 'be a group of answers',
  'something-else': 'be in another form',
} as const;

/** The words of every page with questions about a referral. */
export const errorWords: RuleWords<Asked> = {
  missing: ask,
  empty: ask,
  'unknown-field': ({ name }) => `Remove “${name}”. We do not ask for it`,
  'wrong-kind': must(({ kind }) => kinds[kind]),
  'not-a-choice': ask,
  'too-long': must(({ limit }) => `be ${limit} characters or fewer`),
  'too-many': ({ limit }) => `You can add up to ${limit}. Remove the others`,
  'too-high': must(({ limit }) => `be ${limit} or less`),
  'too-low': must(({ limit }) => `be ${limit} or more`),
  'not-a-step': must(({ step }) => `be in steps of ${step}, like ${1 + step}`),
  unprintable: must(() => 'not include characters that we cannot show'),
  'not-a-date': must((_, { typed }) => partInWords(typed) ?? 'be a real date, like 27 3 2025'),
  'not-a-moment': must((_, { typed }) => partInWords(typed) ?? 'be a real date and time, like 27 3 2025 at 14:05'),
  'not-an-email': (_, { called }) => `Enter ${called}, like name@example.org`,
  'bad-format': (_, { called }) => `Enter ${called} in another way. We cannot read it`,
  'no-referral-date': () => 'Enter the day of the referral as a real date, like 27 3 2025',
  unborn: () => 'Send the referral after the birth. We help children from birth',
  'not-born': must(({ on }) => `be on or before ${plainDate(on)}. You can refer the child after the birth`),
  'after-referral': must(({ on }) => `be on or before ${plainDate(on)}`),
  'before-birth': must(() => 'be on or after the date of birth'),
  year: (_, { called, subject = called }) => `Check the year of ${subject}`,
  'in-future': must(() => 'be in the past'),
  'nhs-number-length': () => 'NHS number must be 10 digits. Leave it blank if you do not know it',
  'nhs-number-digits': () => 'Enter a valid NHS number or leave it blank',
  postcode: () => 'Enter a full UK postcode, like TA1 9ZZ',
  'area-twice': () => 'Enter each area of development once',
  'file-twice': ({ file, before }) =>
    `Remove the file of ${fileInWords(file)} or change it. It is the same file as ${fileInWords(before)}`,
  'no-contact': () => 'Add an email address, a phone number or an address for at least one parent or carer',
  'not-uploaded': ({ file }) => `Add the file of ${fileInWords(file)} again. We do not have it`,
};

function fileInWords(file: FilePlace): string {
  if (file === 'EARLY_HELP_ASSESSMENT') return 'the Early Help Assessment';
  return file.pages === 1 ? `document ${file.document}` : `document ${file.document}, page ${file.page}`;
}
