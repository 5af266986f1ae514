import { isRealDate } from '#domain/values/dates.ts';
import { formatValue, inAnother, parseField, valueAt } from '../../engine/codec.ts';
import type { Answers, Field } from '../../engine/fields.ts';

/** Chosen where none of the parents who were named agreed. */
const ELSE = 'ELSE';

const name = { kind: 'text', hint: 'First and last name.' } as const;
const whoever: Field = { ...name, path: 'agreement.by', label: 'Who agreed? (optional)' };
const another: Field = {
  ...name,
  path: 'agreement.byOther',
  label: 'Who else agreed? (optional)',
  hint: 'Only if you chose “Somebody else”. First and last name.',
  when: { name: whoever.path, is: ELSE },
};

export const by: Field = {
  ...whoever,
  codec: {
    parse: (answers) => parseField(answers[whoever.path] === ELSE ? another : whoever, answers),
    format: (name) => formatValue(whoever, name),
  },
};
/** Its answer is that of `by`. */
export const byOther: Field = { ...another, codec: inAnother };

/** Who agreed: one of the parents who were named already, so that no name is typed twice, or somebody else. */
export function whoAgreed(answers: Answers): readonly Field[] {
  const named = Object.entries(answers).flatMap(([path, text]) =>
    /^family\.parents\[\d+\]\.name$/.test(path) && text.trim() !== '' ? [text.trim()] : [],
  );
  const typed = (answers[whoever.path] ?? '').trim();
  if (named.length === 0 && typed !== ELSE) return [by];
  const names = new Set([...named, ...(typed === '' || typed === ELSE ? [] : [typed])]);
  const options = [...names].map((label) => ({ value: label, label }));
  return [{ ...by, kind: 'choice', hint: '', options: [...options, { value: ELSE, label: 'Somebody else' }] }, byOther];
}

export const on: Field = { kind: 'date', path: 'agreement.on', label: 'When did they agree? (optional)' };

const noticeDay: Field = {
  kind: 'date',
  path: 'agreement.privacyNoticeGivenOn',
  label: 'On which other day? (optional)',
  hint: 'Only if it was not the day on which they agreed.',
  when: { name: 'agreement.privacyNotice', is: 'ANOTHER_DAY' },
};

/** When the privacy notice was given: mostly on the day of the agreement, which is then not typed again. */
export const notice: readonly Field[] = [
  {
    kind: 'choice',
    path: 'agreement.privacyNotice',
    label: 'When were they given the privacy notice? (optional)',
    options: [
      { value: 'SAME_DAY', label: 'On the day on which they agreed' },
      { value: 'ANOTHER_DAY', label: 'On another day' },
      { value: 'NOT_YET', label: 'Not yet' },
    ],
    codec: inAnother,
  },
  {
    ...noticeDay,
    codec: {
      parse: (answers) => {
        const agreed = parseField(on, answers);
        const isSame = answers['agreement.privacyNotice'] === 'SAME_DAY';
        return isSame ? (isRealDate(String(agreed)) ? agreed : undefined) : parseField(noticeDay, answers);
      },
      format: (day, body): Answers => {
        if (typeof day !== 'string') return {};
        if (day === valueAt(body, on.path)) return { 'agreement.privacyNotice': 'SAME_DAY' };
        return { 'agreement.privacyNotice': 'ANOTHER_DAY', ...formatValue(noticeDay, day) };
      },
    },
  },
];
