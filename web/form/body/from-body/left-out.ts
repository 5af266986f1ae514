import { fieldWords } from '#domain/problems/field-words.ts';
import { referralSchema } from '#domain/referral/schema.ts';
import { codeInWords } from '../../../components/record/words.ts';
import { isObject } from '../../../http/json-body.ts';
import type { Answers } from '../../engine/read-answers.ts';
import { readBody } from '../read-body.ts';
import { entriesIn } from './areas.ts';

type Path = readonly (string | number)[];

/** What of a referral the answers do not hold, each in the words of the schema: the form has no place for it. */
export function leftOut(body: unknown, answers: Answers): string[] {
  const { assessments, ...rest } = isObject(body) ? body : {};
  const held = readBody(answers).body;
  const missing = leavesOf(rest, []).filter((path) => at(held, path) === undefined);
  const fields = missing.map((path) => fieldWords(referralSchema, path).title);
  return [...new Set([...fields, ...areasLeftOut(assessments, body)])];
}

/** An area that was given twice, or with neither an age nor a score. */
function areasLeftOut(assessments: unknown, body: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(assessments) ? assessments : [];
  const kept = entriesIn(body).map(({ area }) => String(area));
  return list.filter(isObject).flatMap(({ area }, index) => {
    const isFirst = list.findIndex((one) => isObject(one) && one.area === area) === index;
    const isKept = kept.includes(String(area)) && isFirst;
    return isKept ? [] : [`Assessment: ${codeInWords(String(area))}`];
  });
}

/** The path of every value that says something. */
function leavesOf(node: unknown, path: Path): Path[] {
  if (Array.isArray(node)) return node.flatMap((entry: unknown, index) => leavesOf(entry, [...path, index]));
  if (isObject(node)) return Object.entries(node).flatMap(([key, value]) => leavesOf(value, [...path, key]));
  return node === undefined || node === null || node === '' ? [] : [path];
}

function at(tree: unknown, path: Path): unknown {
  let node = tree;
  for (const key of path) node = Array.isArray(node) ? node[Number(key)] : isObject(node) ? node[key] : undefined;
  return node;
}
