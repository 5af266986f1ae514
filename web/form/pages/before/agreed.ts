import { isRealDate } from '#domain/values/dates.ts';
import { formatValue, inAnother, parseField, valueAt } from '../../engine/codec.ts';
import type { Answers, Field } from '../../engine/fields.ts';

/** The choice for a person who is not among the parents already named. */
const ELSE = 'ELSE';

const name = { kind: 'text', hint: 'First and last name' } as const;
const who: Field = { ...name, path: 'agreement.by', called: 'the name of who agreed', label: 'Who agreed? (optional)' };
const another: Field = {
  ...name,
  path: 'agreement.byOther',
  called: 'the name of who else agreed',
  label: 'Who else agreed? (optional)',
  hint: 'If you selected “Someone else”, enter their first and last name',
  when: { name: who.path, is: ELSE },
};

export const by: Field = {
  ...who,
  codec: {
    parse: (answers) => parseField(answers[who.path] === ELSE ? another : who, answers),
    format: (name) => formatValue(who, name),
  },
};
/** Gives no value of its own, because `by` reads this answer. */
export const byOther: Field = { ...another, codec: inAnother };

/** Who agreed: a choice of the parents already named, or someone else. No name is typed twice. */
export function whoAgreed(answers: Answers): readonly Field[] {
  const names = Object.keys(answers).filter((path) => path.startsWith('family.parents[') && path.endsWith('].name'));
  const named = names.map((path) => (answers[path] ?? '').trim()).filter(Boolean);
  const typed = (answers[who.path] ?? '').trim();
  if (named.length === 0 && typed !== ELSE) return [by];
  const known = new Set([...named, ...(typed === '' || typed === ELSE ? [] : [typed])]);
  const options = [...known].map((label) => ({ value: label, label }));
  return [{ ...by, kind: 'choice', hint: '', options: [...options, { value: ELSE, label: 'Someone else' }] }, byOther];
}

export const on: Field = {
  kind: 'date',
  path: 'agreement.on',
  called: 'the date they agreed',
  label: 'When did they agree? (optional)',
};

const noticeDay: Field = {
  kind: 'date',
  path: 'agreement.privacyNoticeGivenOn',
  called: 'the date they were given the privacy notice',
  label: 'On what day? (optional)',
  hint: 'If it was not the day they agreed',
  when: { name: 'agreement.privacyNotice', is: 'ANOTHER_DAY' },
};

/** When the privacy notice was given: often the day of the agreement, which is then not typed again. */
export const notice: readonly Field[] = [
  {
    kind: 'choice',
    path: 'agreement.privacyNotice',
    called: 'when they were given the privacy notice',
    label: 'When were they given the privacy notice? (optional)',
    options: [
      { value: 'SAME_DAY', label: 'The day they agreed' },
      { value: 'ANOTHER_DAY', label: 'Another day' },
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
