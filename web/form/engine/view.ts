import { isRealDate, plainDate } from '#domain/values/dates.ts';
import { dateOf } from '../../components/typed-date.ts';
import type { Answers } from './fields.ts';
import { type Field, firstNameOf, labelOf, namesOf } from './fields.ts';
import type { Mistake } from './mistakes.ts';

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** A question for the template, with its typed answer and its error. */
export function viewOf(field: Field, answers: Answers, mistakes: readonly Mistake[]) {
  const typed = (suffix = '') => answers[`${field.path}${suffix}`] ?? '';
  const wrong = mistakes.find(({ path }) => path === firstNameOf(field));
  const choices = field.kind === 'yes-no' ? yesNo : (field.options ?? []);
  return {
    kind: field.kind,
    name: field.path,
    label: labelOf(field),
    hint: hintOf(field),
    type: field.type ?? 'text',
    autocomplete: field.autocomplete ?? '',
    width: field.width ?? 0,
    inputmode: field.inputmode ?? '',
    suffix: field.suffix ?? '',
    tucked: field.tucked ?? '',
    isFilled: namesOf(field).some((name) => (answers[name] ?? '') !== ''),
    value: typed(),
    typed: { day: typed('-day'), month: typed('-month'), year: typed('-year'), time: typed('-time') },
    items: choices.map(({ value, label }) => ({ value, text: label, checked: value === typed() })),
    problem: wrong?.message ?? '',
  };
}

const EXAMPLE = 'For example, 27 3 2026';

/** The hint of a question. A date always has an example. */
function hintOf({ kind, hint = '' }: Field): string {
  if ((kind !== 'date' && kind !== 'moment') || hint.includes('For example')) return hint;
  return hint === '' ? EXAMPLE : `${hint}. ${EXAMPLE}`;
}

/** An answer in words. Empty when there is none. */
export function answerInWords(field: Field, answers: Answers): string {
  const typed = (suffix = '') => (answers[`${field.path}${suffix}`] ?? '').trim();
  if (field.when && answers[field.when.name] !== field.when.is) return '';
  if (field.kind === 'date' || field.kind === 'moment') {
    const parts = { day: typed('-day'), month: typed('-month'), year: typed('-year') };
    const on = dateOf(parts) ?? '';
    const date = isRealDate(on) ? plainDate(on) : Object.values(parts).filter(Boolean).join(' ');
    return field.kind === 'date' ? date : `${date} ${typed('-time')}`.trim();
  }
  const choices = field.kind === 'yes-no' ? yesNo : (field.options ?? []);
  const chosen = choices.find(({ value }) => value === typed())?.label;
  if (chosen !== undefined || typed() === '') return chosen ?? field.blank ?? '';
  const shown = field.shownAs?.(typed()) ?? typed();
  return field.suffix === undefined ? shown : `${shown} ${field.suffix}`;
}
