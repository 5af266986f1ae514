import { londonDateOf, londonTimeOf } from '#domain/values/dates.ts';
import { dateOf } from '../../components/typed-date.ts';
import { readNumber, type Unit } from '../../components/typed-number.ts';
import { readTime } from '../../components/typed-time.ts';

/**
 * How the inputs of one kind of question stand for a value of the referral, and back. `parse(format(value))` is `value`
 * for every value that `parse` gives and the domain takes.
 */
export interface Codec {
  /** What the name of each input ends with, after the path of the question. */
  readonly inputs: readonly string[];
  /** Undefined when nothing was answered; the text itself when it cannot be read, so that the domain refuses it. */
  readonly parse: (typed: readonly string[], unit?: Unit) => unknown;
  /** What would be typed into each input; empty for a value that none could have given. */
  readonly format: (value: unknown) => readonly string[];
}

const text: Codec = {
  inputs: [''],
  parse: ([typed = '']) => (typed.trim() === '' ? undefined : typed),
  format: (value) => (typeof value === 'string' ? [value] : []),
};

const number: Codec = {
  inputs: [''],
  parse: ([typed = ''], unit) => readNumber(typed, unit) ?? (typed.trim() || undefined),
  format: (value) => (typeof value === 'number' ? [String(value)] : text.format(value)),
};

const answers: ReadonlyMap<unknown, string> = new Map([
  [true, 'yes'],
  [false, 'no'],
]);

const yesNo: Codec = {
  inputs: [''],
  parse: ([typed = '']) => [...answers.keys()].find((value) => answers.get(value) === typed.trim()),
  format: (value) => [answers.get(value) ?? []].flat(),
};

const date: Codec = {
  inputs: ['-day', '-month', '-year'],
  parse: ([day = '', month = '', year = '']) => dateOf({ day, month, year }),
  /** A month that was written as 09 is typed as 9. */
  format: (value) => {
    const [, year = '', month = '', day = ''] =
      /^(\d*)-(?:0(?=\d-))?(\d*)-(?:0(?=\d$))?(\d*)$/.exec(String(value)) ?? [];
    return `${year}${month}${day}` === '' ? [] : [day, month, year];
  },
};

const moment: Codec = {
  inputs: [...date.inputs, '-time'],
  parse: ([day = '', month = '', year = '', time = '']) => {
    const on = date.parse([day, month, year]);
    return on === undefined && time.trim() === '' ? undefined : `${on ?? ''}T${readTime(time) ?? time.trim()}`;
  },
  format: (value) => {
    if (typeof value !== 'string') return [];
    const [on, time] = clockParts(value);
    const [day = '', month = '', year = ''] = date.format(on);
    return [day, month, year, time];
  },
};

/** A moment with an offset is typed as London's clock showed it; one without is taken as it stands. */
function clockParts(value: string): readonly [string, string] {
  const [on = '', ...rest] = value.split('T');
  const time = rest.join('T');
  const hasOffset = /(?:Z|[+-]\d\d:\d\d)$/.test(time) && !Number.isNaN(Date.parse(value));
  if (!hasOffset) return [on, time.replace(/^(\d\d:\d\d):\d\d(?:\.\d+)?$/, '$1')];
  const instant = new Date(value).toISOString();
  return [londonDateOf(instant), londonTimeOf(instant)];
}

/** The codec of each kind of question. */
export const kinds = { text, long: text, choice: text, select: text, number, 'yes-no': yesNo, date, moment } as const;
