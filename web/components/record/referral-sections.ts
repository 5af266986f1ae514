import { isRealDate, plainDate } from '#domain/values/dates.ts';
import { isObject } from '../../http/json-body.ts';
import { withAssessment } from './early-help-assessment.ts';
import { type FieldWords, fieldWords, referralWords } from './field-words.ts';
import { codeInWords } from './words.ts';

export interface Row {
  readonly label: string;
  readonly value: string;
}
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

const elsewhere = new Set(['evidence', 'earlyHelpAssessment', 'assessments']);

/**
 * The whole referral as sections of labelled values, with the titles of the schema. Shows every stored field, so a new field
 * needs no change here. Documents and assessments have their own lists.
 */
export function referralSections(body: unknown): Section[] {
  const words = referralWords();
  const members = Object.entries(withAssessment(body)).filter(([key]) => !elsewhere.has(key));
  const groups = members.filter(([, value]) => isObject(value) || Array.isArray(value));
  const single = members.filter(([, value]) => !(isObject(value) || Array.isArray(value)));
  return [
    { title: 'Referral', rows: single.flatMap(([key, value]) => rowsOf(value, fieldWords(words, key), key)) },
    ...groups.flatMap(([key, value]) => sectionsOf(value, fieldWords(words, key), key)),
  ];
}

function sectionsOf(value: unknown, words: FieldWords | undefined, key: string): Section[] {
  const title = words?.title ?? codeInWords(key);
  if (!Array.isArray(value)) return [{ title, rows: membersOf(value, words) }];
  if (value.length === 0) return [{ title, rows: [{ label: 'How many', value: 'None given' }] }];
  return value.map((item, index) => ({ title: `${title} ${index + 1}`, rows: rowsOf(item, words?.items, key) }));
}

function membersOf(value: unknown, words: FieldWords | undefined): Row[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => rowsOf(member, fieldWords(words, key), key));
}

function rowsOf(value: unknown, words: FieldWords | undefined, key: string): Row[] {
  if (Array.isArray(value)) {
    const title = words?.title ?? codeInWords(key);
    return value.flatMap((item, index) =>
      rowsOf(item, words?.items, key).map((row) => ({
        ...row,
        label: numbered(row.label, index, value.length, title),
      })),
    );
  }
  if (isObject(value)) return membersOf(value, words);
  return [{ label: words?.title ?? codeInWords(key), value: valueInWords(value) }];
}

function valueInWords(value: unknown): string {
  if (value === null) return 'None given';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value !== 'string') return String(value);
  if (isRealDate(value)) return plainDate(value);
  return /^(?:[A-Z0-9]+(?:_[A-Z0-9]+)+|[A-Z]{4,}|[a-z]+(?:_[a-z]+)+)$/.test(value) ? codeInWords(value) : value;
}

/** The label of a row, with the number of its entry if there are several. */
function numbered(label: string, index: number, of: number, title: string): string {
  return of === 1 ? label : `${label} (${index + 1} of ${of}, ${title.toLowerCase()})`;
}
