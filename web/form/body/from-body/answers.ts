import { isObject } from '../../../http/json-body.ts';
import { type Field, stepsOf } from '../../engine/fields.ts';
import type { ListPage } from '../../engine/page-types.ts';
import type { Answers } from '../../engine/read-answers.ts';
import { pages } from '../../pages/all.ts';
import { notice, on } from '../../pages/before/agreed.ts';
import { areasTyped } from './areas.ts';
import { typedOf } from './typed.ts';

/**
 * The answers that make this referral: the inverse of `readBody`, for every referral that the form can express. Of any other
 * as much as the form has a place for; it never throws, whatever was stored.
 */
export function answersOf(body: unknown): Answers {
  const asked = pages.filter(({ section }) => section !== 'Development');
  const typed = asked.flatMap((page) =>
    page.kind === 'list'
      ? listTyped(page, body)
      : page.fields.map((field) => typedOf(field, valueAt(body, field.path))),
  );
  return Object.assign({}, ...typed, noticeTyped(body), ehaTyped(body), areasTyped(body));
}

/** What stands at a path of a referral. */
export function valueAt(body: unknown, path: string): unknown {
  let node = body;
  for (const key of stepsOf(path)) node = own(node, key);
  return node;
}

function own(node: unknown, key: string | number): unknown {
  if (Array.isArray(node)) return typeof key === 'number' ? node[key] : undefined;
  return isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}

/** Every entry of a list has its names, typed or not, so that it counts as one. */
function listTyped({ root, fields, hasFiles }: ListPage, body: unknown): Answers[] {
  const list: unknown = valueAt(body, root);
  if (!Array.isArray(list)) return [];
  return list.map((entry: unknown, index) => {
    const at = `${root}[${index}]`;
    const own = fields.flatMap((field): Answers[] => {
      const placed: Field = { ...field, path: `${at}.${field.path}` };
      return [{ [placed.path]: '' }, typedOf(placed, valueAt(entry, field.path))];
    });
    return Object.assign({}, ...own, hasFiles ? filesTyped(at, entry) : {});
  });
}

function filesTyped(at: string, entry: unknown): Answers {
  const [id, further] = [valueAt(entry, 'evidenceId'), valueAt(entry, 'furtherPages')];
  const pages = Array.isArray(further) ? further.filter((one) => typeof one === 'string').join(' ') : '';
  return {
    ...(typeof id === 'string' && { [`${at}.evidenceId`]: id }),
    ...(pages !== '' && { [`${at}.furtherPages`]: pages }),
  };
}

function ehaTyped(body: unknown): Answers {
  const at = 'earlyHelpAssessment';
  const files = filesTyped(at, valueAt(body, at));
  return Object.keys(files).length === 0 ? {} : { ...files, [`${at}.attached`]: 'yes' };
}

function noticeTyped(body: unknown): Answers {
  const [chosen, day] = notice;
  const given = day && valueAt(body, day.path);
  if (!chosen || !day || typeof given !== 'string') return {};
  const isSame = given === valueAt(body, on.path);
  if (!isSame) return { [chosen.path]: 'ANOTHER_DAY' };
  const blank = Object.fromEntries(Object.keys(typedOf(day, given)).map((name) => [name, '']));
  return { [chosen.path]: 'SAME_DAY', ...blank };
}
