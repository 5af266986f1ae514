import { monthIn } from '../../components/typed-date.ts';
import { isObject } from '../../http/json-body.ts';
import { type Field, stepsOf } from './fields.ts';

export type Answers = Readonly<Record<string, string>>;

/** What an answer means for the referral; undefined when nothing was answered, the text itself when it cannot be read. */
export function meaningOf(field: Field, answers: Answers): unknown {
  if (field.reads) return field.reads(answers);
  if (field.when && answers[field.when.name] !== field.when.is) return undefined;
  const typed = (name: string) => (answers[name] ?? '').trim();
  if (field.kind === 'date') return dateOf(field.path, typed);
  if (field.kind === 'moment') {
    const on = dateOf(field.path, typed);
    const time = typed(`${field.path}-time`);
    return on === undefined && time === '' ? undefined : `${on ?? ''}T${time.padStart(5, '0')}`;
  }
  const text = typed(field.path);
  if (text === '') return undefined;
  if (field.kind === 'number') return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
  return field.kind === 'yes-no' ? yesOrNo(text) : (answers[field.path] ?? '');
}

function dateOf(path: string, typed: (name: string) => string): string | undefined {
  const [day, month, year] = [typed(`${path}-day`), typed(`${path}-month`), typed(`${path}-year`)];
  if (`${day}${month}${year}` === '') return undefined;
  return `${year}-${monthIn(month)}-${day.padStart(2, '0')}`;
}

function yesOrNo(text: string): unknown {
  return text === 'yes' ? true : text === 'no' ? false : undefined;
}

/** The same tree with one value put where the path leads; what is missing on the way is made. */
export function put(tree: unknown, path: string, value: unknown): unknown {
  return putAt(tree, stepsOf(path), value);
}

function putAt(tree: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list: readonly unknown[] = Array.isArray(tree) ? tree : [];
    const filled = Array.from({ length: Math.max(list.length, key + 1) }, (_, i) => list[i] ?? {});
    return filled.map((entry, i) => (i === key ? putAt(entry, rest, value) : entry));
  }
  const object = isObject(tree) ? tree : {};
  return { ...object, [key]: putAt(object[key], rest, value) };
}
