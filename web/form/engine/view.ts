import { isRealDate, plainDate } from '#domain/values/dates.ts';
import { dateOf } from '../../components/typed-date.ts';
import type { Answers } from './fields.ts';
import { type Field, labelOf, namesOf } from './fields.ts';
import type { Mistake } from './mistake-words.ts';
import { typedParts } from './typed-parts.ts';

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** A question for the template, with its typed answer and its error. */
export function viewOf(field: Field, answers: Answers, mistakes: readonly Mistake[]) {
  const typed = () => answers[field.path] ?? '';
  const wrong = mistakes.find(({ path }) => namesOf(field).includes(path));
  const choices = field.kind === 'yes-no' ? yesNo : (field.options ?? []);
  return {
    kind: field.kind,
    name: field.path,
    label: labelOf(field),
    hint: hintOf(field),
    type: field.type ?? 'text',
    autocomplete: field.autocomplete ?? 'off',
    width: field.width ?? 0,
    inputmode: field.inputmode ?? '',
    suffix: field.suffix ?? '',
    tucked: field.tucked ?? '',
    isFilled: namesOf(field).some((name) => (answers[name] ?? '') !== ''),
    value: typed(),
    typed: typedParts(field, answers),
    items: choices.map(({ value, label }) => ({ value, text: label, checked: value === typed() })),
    problem: wrong?.message ?? '',
    wrongParts: wrong?.parts ?? [],
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
  const typed = () => (answers[field.path] ?? '').trim();
  if (field.when && answers[field.when.name] !== field.when.is) return '';
  if (field.kind === 'date' || field.kind === 'moment') {
    const { time = '', ...parts } = typedParts(field, answers);
    const on = dateOf(parts) ?? '';
    const date = isRealDate(on) ? plainDate(on) : Object.values(parts).filter(Boolean).join(' ');
    return `${date} ${time}`.trim();
  }
  const choices = field.kind === 'yes-no' ? yesNo : (field.options ?? []);
  const chosen = choices.find(({ value }) => value === typed())?.label;
  if (chosen !== undefined || typed() === '') return chosen ?? field.blank ?? '';
  const shown = field.shownAs?.(typed()) ?? typed();
  return field.suffix === undefined ? shown : `${shown} ${field.suffix}`;
}
