import { pathKeys } from '#domain/values/path-text.ts';
import { readPath } from '#domain/values/read-path.ts';
import { isObject } from '../../http/json-body.ts';
import { type Answers, type Field, type FieldCodec, firstNameOf, namesOf } from './fields.ts';
import { kinds } from './kinds.ts';
import type { Placed } from './page-types.ts';

/** What an answer means for the referral; undefined when nothing was answered, the text itself when it cannot be read. */
export function parseField(field: Field, answers: Answers): unknown {
  if (field.codec) return field.codec.parse(answers);
  if (field.when && answers[field.when.name] !== field.when.is) return undefined;
  return kinds[field.kind].parse(
    namesOf(field).map((name) => answers[name] ?? ''),
    field.unit,
  );
}

/** The answer to a question, at its path in the referral. */
export function placed(field: Field, answers: Answers, path = field.path): Placed {
  return { path, input: firstNameOf(field), value: parseField(field, answers) };
}

/** The answers that give this question its value in a referral; none for what no input could have given. */
export function formatField(field: Field, body: unknown): Answers {
  const value = valueAt(body, field.path);
  return field.codec ? field.codec.format(value, body) : formatValue(field, value);
}

/** The answers that give a value, wherever it stands in the referral. */
export function formatValue(field: Field, value: unknown): Answers {
  const typed = kinds[field.kind].format(value);
  return Object.fromEntries(typed.map((part, index) => [namesOf(field)[index] ?? field.path, part]));
}

/** For a question whose answer another one reads and fills in. */
export const inAnother: FieldCodec = { parse: () => undefined, format: () => ({}) };

/** What stands at a path of a referral. */
export function valueAt(body: unknown, path: string): unknown {
  return readPath(body, ...pathKeys(path));
}

/** The same tree with one value put where the path leads; what is missing on the way is made. */
export function put(tree: unknown, path: string, value: unknown): unknown {
  return putAt(tree, pathKeys(path), value, 0);
}

function putAt(tree: unknown, keys: readonly (string | number)[], value: unknown, depth: number): unknown {
  const key = keys[depth];
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list: unknown[] = Array.isArray(tree) ? [...tree] : [];
    while (list.length <= key) list.push({});
    return list.with(key, putAt(list[key], keys, value, depth + 1));
  }
  const object = isObject(tree) ? tree : {};
  return { ...object, [key]: putAt(object[key], keys, value, depth + 1) };
}
