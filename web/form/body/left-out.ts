import { fieldWords } from '#domain/problems/field-words.ts';
import { referralSchema } from '#domain/referral/schema.ts';
import { readListAt, readPath } from '#domain/values/read-path.ts';
import { codeInWords } from '../../components/record/words.ts';
import { isObject } from '../../http/json-body.ts';
import type { Answers } from '../engine/fields.ts';
import { entriesIn } from '../pages/development/entries.ts';
import { readBody } from './read-body.ts';

type Path = readonly (string | number)[];

/** Titles of the fields that the answers do not hold, because the form has no place for them. */
export function leftOut(body: unknown, answers: Answers): string[] {
  const { assessments: _, ...rest } = isObject(body) ? body : {};
  const held = readBody(answers).body;
  const missing = leavesOf(rest, []).filter((path) => readPath(held, ...path) === undefined);
  const fields = missing.map((path) => fieldWords(referralSchema, path).title);
  return [...new Set([...fields, ...areasLeftOut(body)])];
}

/** Areas that the form cannot hold: given twice, or without an age and a score. */
function areasLeftOut(body: unknown): string[] {
  const list = readListAt(body, 'assessments');
  const kept = entriesIn(body).map(({ area }) => String(area));
  return list.filter(isObject).flatMap(({ area }, index) => {
    const isFirst = list.findIndex((one) => isObject(one) && one.area === area) === index;
    const isKept = kept.includes(String(area)) && isFirst;
    return isKept ? [] : [`Assessment: ${codeInWords(String(area))}`];
  });
}

/** The path of every value that is not blank. */
function leavesOf(node: unknown, path: Path): Path[] {
  if (Array.isArray(node)) return node.flatMap((entry: unknown, index) => leavesOf(entry, [...path, index]));
  if (isObject(node)) return Object.entries(node).flatMap(([key, value]) => leavesOf(value, [...path, key]));
  return node === undefined || node === null || node === '' ? [] : [path];
}
